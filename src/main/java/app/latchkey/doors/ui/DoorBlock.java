package app.latchkey.doors.ui;

import app.latchkey.doors.DoorCard;
import app.latchkey.look.BecauseLine;
import app.latchkey.look.Meter;
import app.latchkey.look.StateChip;
import app.latchkey.look.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;

/** One door: its name, its state, why, the time left, and the one remedy where it does not open. */
final class DoorBlock extends Div {

    DoorBlock(DoorCard card, boolean deep, Runnable onRemedy) {
        addClassName("lk-door");
        Component name = deep ? new H4(card.door()) : new H3(card.door());
        Div head = new Div(name, StateChip.saying(card.state(), card.chip()));
        head.addClassName("lk-door-head");
        add(head);
        card.lines().forEach(line -> add(new BecauseLine(line)));
        card.left().ifPresent(left -> add(Meter.bar("Time left", left, Tone.OPEN)));
        card.remedy().ifPresent(words -> add(remedy(words, onRemedy)));
    }

    private static Button remedy(String words, Runnable onRemedy) {
        Button button = new Button(words, event -> onRemedy.run());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }
}
