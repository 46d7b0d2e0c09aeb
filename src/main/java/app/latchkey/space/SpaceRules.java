package app.latchkey.space;

import java.time.Duration;
import java.time.LocalTime;

/**
 * The rules of a space that are numbers.
 *
 * @param before how long before a booking its doors open
 * @param after how long after a booking its doors stay open
 * @param cutOff when a business day begins, in the space's zone
 */
public record SpaceRules(Duration before, Duration after, LocalTime cutOff) {

    private static final Duration LONGEST = Duration.ofHours(24);

    public SpaceRules {
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
