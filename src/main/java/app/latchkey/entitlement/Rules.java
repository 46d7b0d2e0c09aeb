package app.latchkey.entitlement;

import app.latchkey.shared.ItemId;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;

/**
 * A space's rules.
 *
 * @param zone the Nexudus location's zone, in which the cut-off is meant
 * @param before how long before a booking its doors open
 * @param after how long after a booking its doors stay open
 * @param cutOff when a business day ends and the next begins
 * @param shrinking rooms whose time around a booking gives way to a neighbour's booking; elsewhere the two may overlap
 * @param renewalBridge how long a pass outlives its plan's period while the renewal is on its way; nothing, unless the space wants it
 */
public record Rules(
        ZoneId zone, Duration before, Duration after, LocalTime cutOff, Set<ItemId> shrinking, Duration renewalBridge) {

    private static final Duration QUARTER_OF_AN_HOUR = Duration.ofMinutes(15);

    public Rules(ZoneId zone, Duration before, Duration after, LocalTime cutOff) {
        this(zone, before, after, cutOff, Set.of(), Duration.ZERO);
    }

    public Rules {
        shrinking = Set.copyOf(shrinking);
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(cutOff, "cutOff");
        if (renewalBridge.isNegative()) {
            throw new IllegalArgumentException("A bridge leads forward");
        }
        if (before.isNegative() || after.isNegative()) {
            throw new IllegalArgumentException("Doors cannot open after a booking begins or close before it ends");
        }
    }

    /** A quarter of an hour on both sides, days from midnight to midnight. */
    public static Rules of(ZoneId zone) {
        return new Rules(zone, QUARTER_OF_AN_HOUR, QUARTER_OF_AN_HOUR, LocalTime.MIDNIGHT);
    }

    public Rules cutOffAt(LocalTime time) {
        return new Rules(zone, before, after, time, shrinking, renewalBridge);
    }

    public Rules in(ZoneId other) {
        return new Rules(other, before, after, cutOff, shrinking, renewalBridge);
    }

    public Rules shrinkingAt(Set<ItemId> rooms) {
        return new Rules(zone, before, after, cutOff, rooms, renewalBridge);
    }

    public Rules bridging(Duration bridge) {
        return new Rules(zone, before, after, cutOff, shrinking, bridge);
    }
}
