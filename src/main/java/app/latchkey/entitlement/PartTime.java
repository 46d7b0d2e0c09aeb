package app.latchkey.entitlement;

import app.latchkey.shared.ItemId;
import app.latchkey.shared.Window;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * That a contract is for a desk or office on some days of the week only.
 *
 * @param days business days in the space's zone
 * @param counted in which days are counted at all: it has an end, because a contract may have none, and every reading moves it on
 */
public record PartTime(ItemId place, Set<DayOfWeek> days, Window counted) {

    public PartTime {
        Objects.requireNonNull(place, "place");
        days = Set.copyOf(days);
        if (counted.end().isEmpty()) {
            throw new IllegalArgumentException("Days without an end cannot be counted");
        }
    }

    List<Window> windows(Rules rules) {
        LocalDate first = counted.from().atZone(rules.zone()).toLocalDate();
        LocalDate last = counted.end().orElseThrow().atZone(rules.zone()).toLocalDate();
        return Window.union(first.datesUntil(last)
                .filter(day -> days.contains(day.getDayOfWeek()))
                .map(day -> Window.between(cutOff(day, rules), cutOff(day.plusDays(1), rules)))
                .toList());
    }

    private static Instant cutOff(LocalDate day, Rules rules) {
        return LocalTimes.end(day.atTime(rules.cutOff()), rules.zone());
    }
}
