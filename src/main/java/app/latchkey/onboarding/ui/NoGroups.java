package app.latchkey.onboarding.ui;

import app.latchkey.look.Tone;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;

/** A site that has no access group yet: we make one for each item, or the operator does, and we look again. */
class NoGroups extends Div {

    NoGroups(int items, Runnable make, Runnable look) {
        addClassNames("lk-card", "lk-stack");
        Button makeAll = new Button("Make %d access groups".formatted(items), event -> make.run());
        makeAll.addThemeVariants(ButtonVariant.PRIMARY);
        Div actions = new Div(makeAll, new Button("Look again", event -> look.run()), SaltoLinks.open());
        actions.addClassName("lk-row");
        add(
                new H2("This Salto site has no access group yet"),
                new Paragraph(
                        "We can make one for each pass, room, desk and office, with its name. Each counts around the"
                                + " clock and holds no door, so nothing opens until you add doors in Salto."),
                Trouble.saying(Tone.NEXT, "Rather by hand? In Salto, for each of them:"),
                new OrderedList(
                        new ListItem("Open Access groups, choose Add, type the name of the room, office or pass."),
                        new ListItem("Add the doors that it opens, the street door too."),
                        new ListItem("Add a time schedule. Salto opens no door for a group without one.")),
                actions);
    }
}
