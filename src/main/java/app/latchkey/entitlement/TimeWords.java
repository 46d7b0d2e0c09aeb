package app.latchkey.entitlement;

import app.latchkey.shared.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as people say them, seen from a now in a zone: "14:00", "tomorrow 08:00", "Fri 9 May 14:00". */
public record TimeWords(ZoneId zone, Instant now) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY_OF_YEAR =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

    /** "14:00" today, "tomorrow 08:00", "yesterday 18:00", else "Fri 9 May 14:00". */
    public String at(Instant instant) {
        return (dayPrefix(day(instant)) + " " + clock(instant)).strip();
    }

    /** As {@link #at}, fit for the middle of a sentence: "at 14:00", "tomorrow at 08:00", "on Fri 9 May at 14:00". */
    public String when(Instant instant) {
        String prefix = dayPrefix(day(instant));
        boolean named = prefix.isEmpty() || Character.isLowerCase(prefix.charAt(0));
        return ((named ? prefix : "on " + prefix) + " at " + clock(instant)).strip();
    }

    /** "16:00–18:00" on one day, else both ends in full. */
    public String span(Window window) {
        if (window.end().isEmpty()) {
            return "from " + at(window.from());
        }
        Instant end = window.end().get();
        return day(window.from()).equals(day(end))
                ? (dayPrefix(day(end)) + " " + clock(window.from()) + "–" + clock(end)).strip()
                : at(window.from()) + "–" + at(end);
    }

    /** "3 May", with the year when it is not this one. */
    public String date(Instant instant) {
        LocalDate day = day(instant);
        return day.format(day.getYear() == today().getYear() ? DAY : DAY_OF_YEAR);
    }

    /** "in 24 min" or "in 3 h", for what lies ahead; "now" for what does not. */
    public String ahead(Instant instant) {
        long minutes = (Duration.between(now, instant).toSeconds() + 59) / 60;
        if (minutes <= 0) {
            return "now";
        }
        return minutes < 60
                ? "in " + minutes + " min"
                : minutes < 24 * 60 ? "in " + minutes / 60 + " h" : "on " + date(instant);
    }

    /** "20 s ago", "12 min ago", "3 h ago" under a day, then "on 3 May". */
    public String ago(Instant instant) {
        long seconds = Math.max(0, Duration.between(instant, now).toSeconds());
        if (seconds < 60) {
            return seconds + " s ago";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min ago";
        }
        return seconds < 24 * 3600 ? seconds / 3600 + " h ago" : "on " + date(instant);
    }

    private String dayPrefix(LocalDate day) {
        long days = ChronoUnit.DAYS.between(today(), day);
        if (days == 0) {
            return "";
        }
        if (days == 1) {
            return "tomorrow";
        }
        if (days == -1) {
            return "yesterday";
        }
        return day.format(day.getYear() == today().getYear() ? WEEKDAY : WEEKDAY_OF_YEAR);
    }

    private String clock(Instant instant) {
        return instant.atZone(zone).format(CLOCK);
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    private LocalDate today() {
        return day(now);
    }
}
