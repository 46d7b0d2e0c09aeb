package app.latchkey.nexudus;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Time without Saturdays and Sundays, when little is bought at most spaces. */
final class Weekdays {

    private Weekdays() {}

    /** When so much of it has passed in the zone. */
    static Instant after(Instant from, Duration length, ZoneId zone) {
        Instant at = from;
        Duration left = length;
        while (true) {
            LocalDate day = at.atZone(zone).toLocalDate();
            Instant midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
            Duration counted = isWeekend(day) ? Duration.ZERO : Duration.between(at, midnight);
            if (counted.compareTo(left) >= 0) {
                return at.plus(left);
            }
            left = left.minus(counted);
            at = midnight;
        }
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
