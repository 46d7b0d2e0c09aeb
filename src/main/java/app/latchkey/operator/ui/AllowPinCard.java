package app.latchkey.operator.ui;

import app.latchkey.look.Act;
import app.latchkey.operator.AllowPins;
import app.latchkey.operator.WayInSentences;
import app.latchkey.sync.CustomerDetail;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Somebody may have no PIN so far: what switching it on means, and the act. */
final class AllowPinCard extends Div {

    private final transient CustomerDetail person;
    private final transient AllowPins pins;
    private final transient SpacePage page;

    AllowPinCard(CustomerDetail person, AllowPins pins, SpacePage page) {
        this.person = person;
        this.pins = pins;
        this.page = page;
        addClassName("lk-stack");
        Paragraph meaning = new Paragraph(
                "With a PIN switched on, %s can make one on their own page, where a lock takes one. Nobody else sees it."
                        .formatted(person.name()));
        meaning.addClassName("lk-quiet");
        Act act = new Act("Switch on PINs for " + person.name(), this::allow);
        act.addThemeVariants(ButtonVariant.SMALL);
        add(meaning, new Div(act));
    }

    private void allow() {
        SpacePage.say(pins.allow(page.id(), person.customer())
                .map(WayInSentences::notAllowed)
                .orElse("PINs are switched on for %s.".formatted(person.name())));
        page.reread();
    }
}
