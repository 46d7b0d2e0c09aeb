package app.latchkey.onboarding.ui;

import app.latchkey.look.Tone;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/** A site that has no access group yet: we make one for each item, or the operator does, and we look again. */
class NoGroups extends Div {

    NoGroups(int items, Runnable make, Runnable look, Anchor salto) {
        addClassNames("lk-card", "lk-stack");
        Button makeAll = new Button("Make %d access groups".formatted(items), event -> make.run());
        makeAll.addThemeVariants(ButtonVariant.PRIMARY);
        Div actions = new Div(makeAll, new Button("Look again", event -> look.run()), salto);
        actions.addClassName("lk-row");
        add(
                new H2("This Salto site has no access group yet"),
                new Paragraph(
                        "We can make one for each pass, room, desk and office, with its name. Each counts around the"
                                + " clock and holds no door, so nothing opens until you add doors in Salto."),
                Trouble.saying(Tone.NEXT, "Rather by hand? In Salto, for each of them:"),
                new GroupSteps("the name of the room, office or pass", List.of()),
                actions);
    }
}
