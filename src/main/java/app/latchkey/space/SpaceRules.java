package app.latchkey.space;

import app.latchkey.shared.ItemId;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Set;

/**
 * The rules of a space that its operator chooses.
 *
 * @param before how long before a booking its doors open
 * @param after how long after a booking its doors stay open
 * @param cutOff when a business day begins, in the space's zone
 * @param shrinking rooms whose time around a booking gives way to a neighbour's; elsewhere the two may overlap
 * @param teams whether the team of whoever holds a contract has what it earns
 */
public record SpaceRules(Duration before, Duration after, LocalTime cutOff, Set<ItemId> shrinking, boolean teams) {

    private static final Duration LONGEST = Duration.ofHours(24);

    /** With everything else as it is by default. */
    public SpaceRules(Duration before, Duration after, LocalTime cutOff) {
        this(before, after, cutOff, Set.of(), false);
    }

    public SpaceRules {
        shrinking = Set.copyOf(shrinking);
        requireReasonable(before);
        requireReasonable(after);
    }

    public static SpaceRules defaults() {
        return new SpaceRules(Duration.ofMinutes(15), Duration.ofMinutes(15), LocalTime.MIDNIGHT);
    }

    private static void requireReasonable(Duration margin) {
        if (margin.isNegative() || margin.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("The time around a booking is between nothing and 24 hours: " + margin);
        }
    }
}
