package app.latchkey.entitlement;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;

/**
 * A space's rules.
 *
 * @param zone the Nexudus location's zone, in which the cut-off is meant
 * @param before how long before a booking its doors open
 * @param after how long after a booking its doors stay open
 * @param cutOff when a business day ends and the next begins
 */
public record Rules(ZoneId zone, Duration before, Duration after, LocalTime cutOff) {

    private static final Duration QUARTER_OF_AN_HOUR = Duration.ofMinutes(15);

    public Rules {
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(cutOff, "cutOff");
        if (before.isNegative() || after.isNegative()) {
            throw new IllegalArgumentException("Doors cannot open after a booking begins or close before it ends");
        }
    }

    /** A quarter of an hour on both sides, days from midnight to midnight. */
    public static Rules of(ZoneId zone) {
        return new Rules(zone, QUARTER_OF_AN_HOUR, QUARTER_OF_AN_HOUR, LocalTime.MIDNIGHT);
    }

    public Rules cutOffAt(LocalTime time) {
        return new Rules(zone, before, after, time);
    }

    public Rules in(ZoneId other) {
        return new Rules(other, before, after, cutOff);
    }
}
