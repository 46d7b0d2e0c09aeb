package app.latchkey.salto;

import app.latchkey.entitlement.WeeklyHours.Span;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A group's schedules: seven flags for the days, a time from and a time to, in the site's time. Salto makes of an end the last second of its
 * minute; people mean the minute, so that it ends with its beginning here, and the last minute of a day with the day.
 */
final class ScheduleReader {

    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    private ScheduleReader() {}

    /** Empty also where one of them is not understood: it may be the one that opens. */
    static List<Span> hours(List<JsonNode> schedules) {
        List<Optional<Span>> spans =
                schedules.stream().map(ScheduleReader::span).toList();
        boolean limited = schedules.stream().noneMatch(ScheduleReader::isAlways)
                && spans.stream().allMatch(Optional::isPresent);
        return limited ? spans.stream().flatMap(Optional::stream).distinct().toList() : List.of();
    }

    static boolean isAlways(JsonNode schedule) {
        return span(schedule)
                .filter(span -> span.days().size() == DayOfWeek.values().length)
                .filter(span ->
                        span.from().equals(LocalTime.MIDNIGHT) && span.until().equals(LocalTime.MIDNIGHT))
                .isPresent();
    }

    /** What counts between two dates only is left to Salto, and so is what would end before it begins. */
    private static Optional<Span> span(JsonNode schedule) {
        Optional<LocalTime> from = time(schedule, "start_time");
        Optional<LocalTime> last = time(schedule, "end_time").map(time -> time.truncatedTo(ChronoUnit.MINUTES));
        Set<DayOfWeek> days = days(schedule);
        boolean dated = Stream.of("start_date", "end_date")
                .anyMatch(name -> Wire.text(schedule, name).isPresent());
        if (dated || days.isEmpty() || from.isEmpty()) {
            return Optional.empty();
        }
        return last.filter(from.get()::isBefore).map(end -> new Span(days, from.get(), until(end)));
    }

    private static Set<DayOfWeek> days(JsonNode schedule) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        Arrays.stream(DayOfWeek.values())
                .filter(day -> Wire.flag(schedule, day.name().toLowerCase(Locale.ROOT)))
                .forEach(days::add);
        return days;
    }

    private static LocalTime until(LocalTime last) {
        return last.equals(LAST_MINUTE) ? LocalTime.MIDNIGHT : last;
    }

    private static Optional<LocalTime> time(JsonNode schedule, String name) {
        try {
            return Wire.text(schedule, name).map(LocalTime::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
