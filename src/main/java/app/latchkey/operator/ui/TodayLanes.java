package app.latchkey.operator.ui;

import app.latchkey.look.EmptyState;
import app.latchkey.look.PageTime;
import app.latchkey.look.TimeLanes;
import app.latchkey.look.Tone;
import app.latchkey.shared.Window;
import app.latchkey.sync.Arrival;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The day, drawn: one lane for each access group, a dot for each arrival and end, a diamond where the way is broken; on a phone a list. */
final class TodayLanes {

    private TodayLanes() {}

    static Component of(List<Arrival> arrivals, Instant now, ZoneId zone) {
        if (arrivals.isEmpty()) {
            return new EmptyState("Nobody's access begins or ends today.");
        }
        long begin = arrivals.stream().filter(Arrival::begins).count();
        long broken = arrivals.stream().filter(one -> one.broken().isPresent()).count();
        String sentence = "Today access begins %d times and ends %d times; %d need a look."
                .formatted(begin, arrivals.size() - begin, broken);
        LocalDate day = now.atZone(zone).toLocalDate();
        Window shown = Window.between(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
        Div drawn = new Div(
                TimeLanes.of(sentence, lanes(arrivals, zone), shown, now, zone),
                new NativeDetails("Show as list", list(arrivals, zone)));
        drawn.addClassName("lk-wide-only");
        Div written = new Div(list(arrivals, zone));
        written.addClassName("lk-narrow-only");
        return new Div(drawn, written);
    }

    private static List<TimeLanes.Lane> lanes(List<Arrival> arrivals, ZoneId zone) {
        Map<String, List<Arrival>> byGroup = arrivals.stream()
                .collect(Collectors.groupingBy(Arrival::group, LinkedHashMap::new, Collectors.toList()));
        return byGroup.entrySet().stream()
                .limit(12)
                .map(of -> new TimeLanes.Lane(
                        of.getKey(),
                        List.of(),
                        of.getValue().stream().map(one -> mark(one, zone)).toList()))
                .toList();
    }

    private static TimeLanes.Mark mark(Arrival arrival, ZoneId zone) {
        Tone tone = arrival.broken().isPresent() ? Tone.WITHHELD : arrival.begins() ? Tone.OPEN : Tone.CLOSED;
        return new TimeLanes.Mark(arrival.at(), tone, arrival.broken().isPresent(), words(arrival, zone));
    }

    private static Component list(List<Arrival> arrivals, ZoneId zone) {
        UnorderedList list = new UnorderedList();
        arrivals.stream().limit(100).forEach(one -> list.add(new ListItem(words(one, zone))));
        return list;
    }

    private static String words(Arrival arrival, ZoneId zone) {
        return "%s %s, %s %s"
                .formatted(
                        PageTime.clock(arrival.at(), zone),
                        arrival.name(),
                        arrival.group(),
                        arrival.begins() ? "begins" : "ends");
    }
}
