package app.latchkey.doors.ui;

import app.latchkey.doors.DoorCard;
import app.latchkey.doors.SpaceDoors;
import app.latchkey.doors.WayIn;
import app.latchkey.look.EmptyState;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** A member's doors at one space, in the page's order; with a heading of its own when there are several spaces. */
final class SpaceBlock extends Div {

    private final boolean several;
    private final SpaceDoors doors;

    SpaceBlock(SpaceDoors doors, boolean several) {
        this.doors = doors;
        this.several = several;
        addClassName("lk-doors-space");
        if (several) {
            add(new H2(doors.name()));
        }
        if (doors.doors().open().isEmpty() && doors.doors().next().isEmpty()) {
            add(nothingToday());
        }
        section("Opens for you", doors.doors().open());
        section("Next", doors.doors().next());
        later(doors.doors().later());
        section("Not open to you", doors.doors().closed());
        waysIn(doors.ways());
    }

    private Component nothingToday() {
        return new EmptyState(("Nothing opens for you today. When you buy a pass or book a room at %s,"
                        + " its doors appear here by themselves.")
                .formatted(doors.name()));
    }

    private void section(String title, List<DoorCard> cards) {
        if (!cards.isEmpty()) {
            Section section = new Section(heading(title));
            cards.forEach(card -> section.add(block(card)));
            add(section);
        }
    }

    private void later(List<DoorCard> cards) {
        if (!cards.isEmpty()) {
            Div folded = new Div();
            cards.forEach(card -> folded.add(block(card)));
            add(new NativeDetails("Later (" + cards.size() + ")", folded));
        }
    }

    private void waysIn(List<WayIn> ways) {
        if (!ways.isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.addClassName("lk-ways");
            for (WayIn way : ways) {
                ListItem item = new ListItem(way.words());
                item.getElement().setAttribute("data-waiting", !way.ready());
                list.add(item);
            }
            add(new Section(heading("Ways in"), list));
        }
    }

    private DoorBlock block(DoorCard card) {
        return new DoorBlock(card, several, () -> new AskDialog(doors).open());
    }

    private Component heading(String title) {
        return several ? new H3(title) : new H2(title);
    }
}
