package app.latchkey.entitlement;

import app.latchkey.shared.Window;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * When a group's doors answer at all, week by week: a lock says no outside these hours, whatever was bought.
 *
 * @param zone the locks' own, which need not be the space's
 */
public record WeeklyHours(List<Span> spans, ZoneId zone) {

    private static final Duration MORE_THAN_A_WEEK = Duration.ofDays(8);

    public WeeklyHours {
        spans = List.copyOf(spans);
        Objects.requireNonNull(zone, "zone");
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("Doors without any hours are not described by hours");
        }
    }

    /** @param until not after {@code from}, it lies on the next day */
    public record Span(Set<DayOfWeek> days, LocalTime from, LocalTime until) {
        public Span {
            days = Set.copyOf(days);
        }

        private Optional<Window> on(LocalDate day, ZoneId zone) {
            if (!days.contains(day.getDayOfWeek())) {
                return Optional.empty();
            }
            LocalDate lastDay = until.isAfter(from) ? day : day.plusDays(1);
            return Window.ifNotEmpty(
                    LocalTimes.start(day.atTime(from), zone), LocalTimes.end(lastDay.atTime(until), zone));
        }
    }

    /** The span that is open at an instant. */
    public Optional<Span> openAt(Instant instant) {
        LocalDate today = instant.atZone(zone).toLocalDate();
        return spans.stream()
                .filter(span -> List.of(today.minusDays(1), today).stream()
                        .flatMap(day -> span.on(day, zone).stream())
                        .anyMatch(window -> window.contains(instant)))
                .findFirst();
    }

    /** The part of a window in which the doors answer, from its beginning to its end or a year later. */
    public List<Window> within(Window window) {
        LocalDate first = window.from().atZone(zone).toLocalDate().minusDays(1);
        LocalDate last = window.end()
                .map(end -> end.atZone(zone).toLocalDate())
                .filter(end -> end.isBefore(first.plusYears(1)))
                .orElse(first.plusYears(1));
        return Window.union(first.datesUntil(last.plusDays(1))
                .flatMap(day -> spans.stream().flatMap(span -> span.on(day, zone).stream()))
                .flatMap(open -> open.intersect(window).stream())
                .toList());
    }

    /** When the doors answer now or next within any of these windows, and until when; empty where they never do. */
    public Optional<Window> next(Collection<Window> windows, Instant now) {
        return windows.stream()
                .flatMap(window -> window.intersect(Window.from(now)).stream())
                .flatMap(window -> first(window).stream())
                .min(Comparator.comparing(Window::from));
    }

    /** Doors that answer for more than a week at a stretch always do: then nothing but the window ends it. */
    private Optional<Window> first(Window window) {
        Window near = Window.between(window.from(), window.from().plus(MORE_THAN_A_WEEK.multipliedBy(2)));
        return window.intersect(near)
                .flatMap(part -> within(part).stream().findFirst())
                .map(open -> lastsAWeek(open)
                        ? window.intersect(Window.from(open.from())).orElseThrow()
                        : open);
    }

    private static boolean lastsAWeek(Window open) {
        return open.end().filter(open.from().plus(MORE_THAN_A_WEEK)::isAfter).isEmpty();
    }
}
