package app.latchkey.doors.ui;

import app.latchkey.doors.PageWords;
import app.latchkey.doors.SpaceDoors;
import app.latchkey.look.Act;
import app.latchkey.shared.Language;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import java.util.List;

/** What is always at hand: help at a locked door, and without a connection, when that cannot be asked for, whom to call. */
final class DoorsFoot extends Footer {

    private final Div calls = new Div();

    DoorsFoot(Language language, Runnable onLocked) {
        addClassName("lk-doors-foot");
        Button locked = new Act(PageWords.say(language, "locked"), () -> onLocked.run());
        locked.addThemeVariants(ButtonVariant.PRIMARY);
        calls.addClassName("lk-calls");
        add(locked, calls);
    }

    void calls(List<SpaceDoors> spaces) {
        calls.removeAll();
        spaces.stream().flatMap(space -> HelpDialog.call(space).stream()).forEach(calls::add);
    }
}
