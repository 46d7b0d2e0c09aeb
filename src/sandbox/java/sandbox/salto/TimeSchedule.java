package sandbox.salto;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sandbox.http.Fields;

/** When an access group counts, in the site's local time. The end is normalised to the last second of its minute. */
record TimeSchedule(
        String id,
        Set<DayOfWeek> days,
        LocalTime start,
        LocalTime end,
        @Nullable LocalDateTime startDate,
        @Nullable LocalDateTime endDate)
        implements Serializable {

    static TimeSchedule always(String id) {
        return new TimeSchedule(
                id, EnumSet.allOf(DayOfWeek.class), LocalTime.MIN, LocalTime.of(23, 59, 59), null, null);
    }

    static TimeSchedule daily(String id, LocalTime start, LocalTime end) {
        return new TimeSchedule(id, EnumSet.allOf(DayOfWeek.class), start, end.withSecond(59), null, null);
    }

    static TimeSchedule weekdays(String id, LocalTime start, LocalTime end) {
        return new TimeSchedule(
                id, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), start, end.withSecond(59), null, null);
    }

    /** Reads what a client sent; 400/1101 when no day is set or a time is none. */
    static TimeSchedule from(String id, Fields body) {
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (body.flag(day.name().toLowerCase(Locale.ROOT))) {
                days.add(day);
            }
        }
        if (days.isEmpty()) {
            throw SaltoError.invalidValue("At least one day should be selected");
        }
        try {
            LocalTime end = LocalTime.parse(body.text("end_time")).withSecond(59);
            return new TimeSchedule(
                    id,
                    days,
                    LocalTime.parse(body.text("start_time")),
                    end,
                    body.has("start_date") ? LocalDateTime.parse(body.text("start_date")) : null,
                    body.has("end_date") ? LocalDateTime.parse(body.text("end_date")) : null);
        } catch (DateTimeException e) {
            throw SaltoError.invalidValue("Time is not valid");
        }
    }

    boolean covers(LocalDateTime local) {
        return days.contains(local.getDayOfWeek())
                && !local.toLocalTime().isBefore(start)
                && !local.toLocalTime().isAfter(end.withNano(999_999_999))
                && (startDate == null || !local.isBefore(startDate))
                && (endDate == null || local.isBefore(endDate));
    }

    Fields toFields() {
        Fields fields = Fields.of("id", id);
        for (DayOfWeek day : DayOfWeek.values()) {
            fields.with(day.name().toLowerCase(Locale.ROOT), days.contains(day));
        }
        return fields.with("start_time", clock(start))
                .with("end_time", clock(end))
                .with("start_date", startDate)
                .with("end_date", endDate);
    }

    private static String clock(LocalTime time) {
        return "%02d:%02d:%02d".formatted(time.getHour(), time.getMinute(), time.getSecond());
    }
}
