package app.latchkey.entitlement;

import app.latchkey.shared.Language;
import app.latchkey.shared.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Times as people say them, seen from a now in a zone: "14:00", "tomorrow 08:00", "Fri 9 May 14:00". */
public record TimeWords(ZoneId zone, Instant now, Language language) {

    /** In English. */
    public TimeWords(ZoneId zone, Instant now) {
        this(zone, now, Language.EN);
    }

    /** "14:00" today, "tomorrow 08:00", "yesterday 18:00", else "Fri 9 May 14:00". */
    public String at(Instant instant) {
        return moment("at.", instant);
    }

    /** As {@link #at}, fit for the middle of a sentence: "at 14:00", "tomorrow at 08:00", "on Fri 9 May at 14:00". */
    public String when(Instant instant) {
        return moment("when.", instant);
    }

    /** "since 21:02", "since yesterday 21:02". */
    public String since(Instant instant) {
        return moment("since.", instant);
    }

    /** "until 18:15", "until tomorrow 18:15". */
    public String until(Instant instant) {
        return moment("until.", instant);
    }

    /** "16:00–18:00" on one day, else both ends in full; never broken after its dash. */
    public String span(Window window) {
        return together(spanned(window));
    }

    /** A line may break after a dash, and on a phone it does; the joiner, which nobody sees, forbids it. */
    static String together(String range) {
        return range.replace("–", "–\u2060");
    }

    private String spanned(Window window) {
        if (window.end().isEmpty()) {
            return say("span.open", Map.of("from", at(window.from())));
        }
        Instant end = window.end().get();
        return day(window.from()).equals(day(end))
                ? say(
                        "span." + dayName(day(end)),
                        Map.of("day", weekday(day(end)), "from", clock(window.from()), "until", clock(end)))
                : say("span.days", Map.of("from", at(window.from()), "until", at(end)));
    }

    /** "3 May", with the year when it is not this one. */
    public String date(Instant instant) {
        LocalDate day = day(instant);
        return day.format(pattern(day.getYear() == today().getYear() ? "day" : "day-of-year"));
    }

    /** "in 24 min" or "in 3 h", for what lies ahead; "now" for what does not. */
    public String ahead(Instant instant) {
        long minutes = (Duration.between(now, instant).toSeconds() + 59) / 60;
        if (minutes <= 0) {
            return Words.say(language, "ahead.now");
        }
        if (minutes < 60) {
            return say("ahead.minutes", Map.of("n", minutes));
        }
        return minutes < 24 * 60
                ? say("ahead.hours", Map.of("n", minutes / 60))
                : say("ahead.day", Map.of("date", date(instant)));
    }

    /** "20 s ago", "12 min ago", "3 h ago" under a day, then "on 3 May". */
    public String ago(Instant instant) {
        long seconds = Math.max(0, Duration.between(instant, now).toSeconds());
        if (seconds < 60) {
            return say("ago.seconds", Map.of("n", seconds));
        }
        if (seconds < 3600) {
            return say("ago.minutes", Map.of("n", seconds / 60));
        }
        return seconds < 24 * 3600
                ? say("ago.hours", Map.of("n", seconds / 3600))
                : say("ago.day", Map.of("date", date(instant)));
    }

    /** How ages under a day are said, for whoever counts them on: seconds, minutes, hours, each with {@code {n}}. */
    public static List<String> ages(Language language) {
        return Stream.of("seconds", "minutes", "hours")
                .map(unit -> Words.say(language, "ago." + unit, Map.of("n", "{n}")))
                .toList();
    }

    /** "14:00", whatever the day. */
    public String clock(Instant instant) {
        return instant.atZone(zone).format(pattern("clock"));
    }

    private String moment(String form, Instant instant) {
        LocalDate day = day(instant);
        return say(form + dayName(day), Map.of("clock", clock(instant), "day", weekday(day)));
    }

    private String dayName(LocalDate day) {
        long days = ChronoUnit.DAYS.between(today(), day);
        if (days == 0) {
            return "today";
        }
        if (days == 1) {
            return "tomorrow";
        }
        return days == -1 ? "yesterday" : "day";
    }

    private String weekday(LocalDate day) {
        return day.format(pattern(day.getYear() == today().getYear() ? "weekday" : "weekday-of-year"));
    }

    private DateTimeFormatter pattern(String name) {
        return DateTimeFormatter.ofPattern(Words.say(language, "pattern." + name), language.locale());
    }

    private String say(String key, Map<String, ?> values) {
        return Words.say(language, key, values);
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    private LocalDate today() {
        return day(now);
    }
}
