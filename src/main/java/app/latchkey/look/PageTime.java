package app.latchkey.look;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people say them, always in the zone of the space. */
public final class PageTime {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_ANOTHER_YEAR =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private PageTime() {}

    /** "14:00". */
    public static String clock(Instant instant, ZoneId zone) {
        return CLOCK.format(instant.atZone(zone));
    }

    /** "14:00" today, "tomorrow 08:00", "yesterday 18:00", otherwise "Fri 9 May 14:00", with the year when it is another one. */
    public static String when(Instant instant, Instant now, ZoneId zone) {
        ZonedDateTime local = instant.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        String clock = CLOCK.format(local);
        LocalDate day = local.toLocalDate();
        if (day.equals(today)) {
            return clock;
        }
        if (day.equals(today.plusDays(1))) {
            return "tomorrow " + clock;
        }
        if (day.equals(today.minusDays(1))) {
            return "yesterday " + clock;
        }
        return day(instant, now, zone) + " " + clock;
    }

    /** "Fri 9 May", or "9 May 2027" in another year. */
    public static String day(Instant instant, Instant now, ZoneId zone) {
        ZonedDateTime local = instant.atZone(zone);
        boolean sameYear = local.getYear() == now.atZone(zone).getYear();
        return (sameYear ? DAY : DAY_OF_ANOTHER_YEAR).format(local);
    }

    /** "12 s ago" under a minute, then minutes and hours, after a day the date. */
    public static String ago(Instant then, Instant now, ZoneId zone) {
        Duration age = Duration.between(then, now);
        if (age.compareTo(Duration.ofDays(1)) >= 0) {
            return day(then, now, zone);
        }
        return length(age.isNegative() ? Duration.ZERO : age) + " ago";
    }

    /** "24 min": seconds under a minute, minutes under an hour, hours under two days, then days. */
    public static String length(Duration duration) {
        if (duration.toSeconds() < 60) {
            return duration.toSeconds() + " s";
        }
        if (duration.toMinutes() < 60) {
            return duration.toMinutes() + " min";
        }
        return duration.toHours() < 48 ? duration.toHours() + " h" : duration.toDays() + " days";
    }
}
