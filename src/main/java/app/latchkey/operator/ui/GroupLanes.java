package app.latchkey.operator.ui;

import app.latchkey.entitlement.Voice;
import app.latchkey.look.TimeLanes;
import app.latchkey.look.Tone;
import app.latchkey.operator.Sentences;
import app.latchkey.shared.Window;
import app.latchkey.sync.GroupStanding;
import com.vaadin.flow.component.Component;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** A person's access groups from two days ago to five days ahead: when the person belongs in each, and whether he is. */
final class GroupLanes {

    private GroupLanes() {}

    static Component of(List<GroupStanding> groups, Instant now, ZoneId zone, Voice voice) {
        Window shown = Window.between(now.minus(Duration.ofDays(2)), now.plus(Duration.ofDays(5)));
        List<TimeLanes.Lane> lanes =
                groups.stream().limit(10).map(group -> lane(group, now, voice)).toList();
        String sentence = "When this person belongs in each of %d access groups, two days back to five days ahead."
                .formatted(groups.size());
        return TimeLanes.of(sentence, lanes, shown, now, zone);
    }

    private static TimeLanes.Lane lane(GroupStanding group, Instant now, Voice voice) {
        String why = Sentences.becauses(group.because(), voice);
        List<TimeLanes.Bar> bars = group.wanted().stream()
                .map(window -> new TimeLanes.Bar(window, tone(group, window, now), why))
                .toList();
        List<TimeLanes.Mark> marks = group.in()
                ? List.of(new TimeLanes.Mark(now, group.ours() ? Tone.OPEN : Tone.BY_HAND, false, "In Salto now"))
                : List.of();
        return new TimeLanes.Lane(group.name(), bars, marks);
    }

    private static Tone tone(GroupStanding group, Window window, Instant now) {
        if (group.reason().isPresent() && window.contains(now) && !group.in()) {
            return Tone.WITHHELD;
        }
        return window.isOver(now) ? Tone.CLOSED : window.isAhead(now) ? Tone.NEXT : Tone.OPEN;
    }
}
