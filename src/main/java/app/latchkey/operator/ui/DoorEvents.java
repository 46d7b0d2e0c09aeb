package app.latchkey.operator.ui;

import app.latchkey.look.ChangeRow;
import app.latchkey.look.EmptyState;
import app.latchkey.look.Fix;
import app.latchkey.look.State;
import app.latchkey.look.Table;
import app.latchkey.look.TimeText;
import app.latchkey.look.Tone;
import app.latchkey.operator.DoorSentences;
import app.latchkey.sync.CheckIns;
import app.latchkey.sync.DoorLog;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happened at the doors, newest first. */
final class DoorEvents {

    private DoorEvents() {}

    /** @param atDoor of the door that is looked at, when one is */
    static List<Component> sections(
            Optional<List<DoorLog.Event>> atDoor,
            List<DoorLog.Event> strange,
            Optional<Boolean> readable,
            SpacePage page) {
        if (readable.filter(may -> !may).isPresent()) {
            return List.of(Fix.saying(
                    Tone.CLOSED,
                    "Salto does not let the connected login see what happens at the doors. Everything else works."
                            + " A site administrator can allow it in Salto; we look again every hour."));
        }
        List<Component> sections = new ArrayList<>();
        atDoor.ifPresent(events -> sections.add(Sections.section(
                "Lately at this door",
                events.isEmpty() ? new EmptyState("Nobody has been here yet.") : rows(events, page))));
        if (atDoor.isEmpty() && !strange.isEmpty()) {
            sections.add(Sections.section("Not explained by any group", rows(strange, page)));
        }
        return sections;
    }

    /** By what nobody checks in, doors open for months. */
    static Optional<Component> withoutCheckIn(List<CheckIns.CameIn> people, SpacePage page) {
        if (people.isEmpty()) {
            return Optional.empty();
        }
        Table table = new Table("Came in without a check-in", "Name", "Last came in", "Days", "By");
        people.forEach(person -> table.row(
                page.customer(Optional.of(person.customer()), person.name()),
                TimeText.ago(person.last(), page.now(), page.space().zone()),
                Table.text(String.valueOf(person.days())),
                Table.text("%s, bought %s"
                        .formatted(person.pass(), page.voice().times().date(person.boughtAt())))));
        return Optional.of(Sections.section(
                "Came in without a check-in, last 30 days",
                new Paragraph("A day pass is used up by its check-in in Nexudus, and by nothing else. These people open"
                        + " doors by one that was never checked in, and will go on to."),
                table));
    }

    /** Whom we have checked in, who was refused, and who was in already; nothing where the space does not ask for it. */
    static Optional<Component> checkedIn(List<CheckIns.ByUs> people, SpacePage page) {
        if (people.isEmpty()) {
            return Optional.empty();
        }
        Table table = new Table("Checked in at the door", "Name", "Came in", "Nexudus");
        people.forEach(person -> table.row(
                page.customer(Optional.of(person.customer()), person.name()),
                TimeText.ago(person.cameAt(), page.now(), page.space().zone()),
                Table.text(
                        switch (person.outcome()) {
                            case ASKED -> "did not say whether it checked them in: look there";
                            case DONE -> "checked them in";
                            case REFUSED -> "refused: check them in by hand";
                            case ALREADY -> "had them in already";
                        })));
        return Optional.of(Sections.section("Checked in at the door, last 7 days", table));
    }

    static Component rows(List<DoorLog.Event> events, SpacePage page) {
        Div rows = Sections.card();
        events.forEach(event -> rows.add(new ChangeRow(
                shown(event.what()),
                DoorSentences.of(event),
                TimeText.ago(event.at(), page.now(), page.space().zone()))));
        return rows;
    }

    private static State shown(DoorLog.What what) {
        return switch (what) {
            case OPENED -> State.OPEN;
            case REFUSED -> State.ENDED;
            case OPENED_WITHOUT_REASON, REFUSED_WITH_REASON -> State.WITHHELD;
            case OTHER -> State.NOT_KNOWN;
        };
    }
}
