package app.latchkey.entitlement;

import app.latchkey.shared.Language;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The hours of a week as people say them: "Monday to Friday 08:00–18:00, Saturday 09:00–13:00". */
public final class HoursWords {

    /** Fewer days than these are named one by one. */
    private static final int A_ROW = 3;

    private static final Comparator<WeeklyHours.Span> IN_ORDER = Comparator.comparing(
                    (WeeklyHours.Span span) -> span.days().stream().sorted().findFirst(),
                    Comparator.comparing(first -> first.map(DayOfWeek::getValue).orElse(0)))
            .thenComparing(WeeklyHours.Span::from);

    private final Language language;

    private HoursWords(Language language) {
        this.language = language;
    }

    /** In English, without the zone. */
    public static String say(List<WeeklyHours.Span> spans) {
        return new HoursWords(Language.EN).all(spans);
    }

    /** With the doors' zone, where it is not the one in which the voice gives all times, or the voice speaks to an operator. */
    static String say(WeeklyHours hours, Voice voice) {
        HoursWords words = new HoursWords(voice.language());
        String spans = words.all(hours.spans());
        return voice.audience() == Audience.MEMBER && hours.zone().equals(voice.zone())
                ? spans
                : words.in(hours.zone(), spans);
    }

    /** Days alone: "Monday, Tuesday". */
    static String days(Set<DayOfWeek> days, Language language) {
        return new HoursWords(language).days(days);
    }

    private String all(List<WeeklyHours.Span> spans) {
        return spans.stream().sorted(IN_ORDER).map(this::span).collect(Collectors.joining(", "));
    }

    private String span(WeeklyHours.Span span) {
        return TimeWords.together(Words.say(
                language,
                "hours.span",
                Map.of("days", days(span.days()), "from", clock(span.from()), "until", end(span.until()))));
    }

    private String days(Set<DayOfWeek> days) {
        return days.size() == DayOfWeek.values().length
                ? Words.say(language, "hours.every-day")
                : rows(days).stream().map(this::row).collect(Collectors.joining(", "));
    }

    /** Days that follow one another, together. */
    private static List<List<DayOfWeek>> rows(Set<DayOfWeek> days) {
        List<List<DayOfWeek>> rows = new ArrayList<>();
        days.stream().sorted().forEach(day -> {
            if (rows.isEmpty() || rows.getLast().getLast().getValue() + 1 < day.getValue()) {
                rows.add(new ArrayList<>());
            }
            rows.getLast().add(day);
        });
        return rows;
    }

    private String row(List<DayOfWeek> days) {
        return days.size() < A_ROW
                ? days.stream().map(this::name).collect(Collectors.joining(", "))
                : Words.say(
                        language, "hours.row", Map.of("from", name(days.getFirst()), "until", name(days.getLast())));
    }

    private String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, language.locale());
    }

    private String clock(LocalTime time) {
        return time.format(DateTimeFormatter.ofPattern(Words.say(language, "pattern.clock"), language.locale()));
    }

    /** Midnight ends the day that it is said of. */
    private String end(LocalTime until) {
        return until.equals(LocalTime.MIDNIGHT) ? "24:00" : clock(until);
    }

    /** A zone is named after a city, in English: Europe/Lisbon. */
    private String in(ZoneId zone, String spans) {
        String place = zone.getId().substring(zone.getId().lastIndexOf('/') + 1).replace('_', ' ');
        return Words.say(language, "hours.in-zone", Map.of("hours", spans, "place", place));
    }
}
