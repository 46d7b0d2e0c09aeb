package app.latchkey.doors.ui;

import app.latchkey.doors.DoorCard;
import app.latchkey.doors.DoorCard.Help;
import app.latchkey.doors.PageWords;
import app.latchkey.doors.SpaceDoors;
import app.latchkey.doors.WayIn;
import app.latchkey.look.Act;
import app.latchkey.look.BecauseLine;
import app.latchkey.look.Meter;
import app.latchkey.look.StateChip;
import app.latchkey.look.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;

/** One door: its name, its state, why, the time left, and the one remedy where it does not open. */
final class DoorBlock extends Div {

    DoorBlock(SpaceDoors space, DoorCard card, boolean deep) {
        addClassName("lk-door");
        Component name = deep ? new H4(card.title()) : new H3(card.title());
        Div head = new Div(name, StateChip.saying(card.state(), card.chip()));
        head.addClassName("lk-door-head");
        add(head);
        space.linesOf(card).forEach(line -> add(new BecauseLine(line)));
        card.left()
                .ifPresent(left -> add(Meter.bar(PageWords.say(space.language(), "line.time-left"), left, Tone.OPEN)));
        card.help().ifPresent(help -> add(button(space, help)));
    }

    DoorBlock with(List<WayIn> ways, Optional<String> seen) {
        if (!ways.isEmpty()) {
            add(list(ways));
            seen.map(DoorBlock::quiet).ifPresent(this::add);
        }
        return this;
    }

    static Component quiet(String words) {
        Paragraph line = new Paragraph(words);
        line.addClassName("lk-quiet");
        return line;
    }

    static UnorderedList list(List<WayIn> ways) {
        UnorderedList list = new UnorderedList();
        list.addClassName("lk-ways");
        for (WayIn way : ways) {
            ListItem item = new ListItem(way.words());
            item.getElement().setAttribute("data-waiting", !way.ready());
            list.add(item);
        }
        return list;
    }

    private static Button button(SpaceDoors space, Help help) {
        return new Act(help.label(), () -> new HelpDialog(space, help).open());
    }
}
