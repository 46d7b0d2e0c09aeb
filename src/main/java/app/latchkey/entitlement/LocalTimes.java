package app.latchkey.entitlement;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Wall-clock times as instants on the two nights a year when that is not plain: a time that does not exist moves forward by the gap; of a
 * time that comes twice the first counts for a beginning and the second for an end.
 */
public final class LocalTimes {

    private LocalTimes() {}

    public static Instant start(LocalDateTime time, ZoneId zone) {
        return ZonedDateTime.ofLocal(time, zone, null)
                .withEarlierOffsetAtOverlap()
                .toInstant();
    }

    public static Instant end(LocalDateTime time, ZoneId zone) {
        return ZonedDateTime.ofLocal(time, zone, null)
                .withLaterOffsetAtOverlap()
                .toInstant();
    }

    /** The first cut-off after {@code instant}: the end of the business day that contains it. */
    public static Instant endOfBusinessDay(Instant instant, ZoneId zone, LocalTime cutOff) {
        return end(nextCutOff(instant, zone, cutOff), zone);
    }

    /** When the business day of an instant began: the end of the day before. */
    public static Instant startOfBusinessDay(Instant instant, ZoneId zone, LocalTime cutOff) {
        return end(nextCutOff(instant, zone, cutOff).minusDays(1), zone);
    }

    private static LocalDateTime nextCutOff(Instant instant, ZoneId zone, LocalTime cutOff) {
        LocalDateTime cutOffOfTheDay =
                instant.atZone(zone).toLocalDate().minusDays(1).atTime(cutOff);
        while (!end(cutOffOfTheDay, zone).isAfter(instant)) {
            cutOffOfTheDay = cutOffOfTheDay.plusDays(1);
        }
        return cutOffOfTheDay;
    }
}
