package app.latchkey.onboarding.ui;

import app.latchkey.space.Decider;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.function.Consumer;

/** Who works out what people may open: two cards, of which one is chosen. */
class DeciderQuestion extends RadioButtonGroup<Decider> {

    DeciderQuestion(Decider chosen, Consumer<Decider> choosing) {
        setLabel("Who decides what people may open?");
        setItems(Decider.values());
        setRenderer(new ComponentRenderer<>(DeciderQuestion::card));
        setValue(chosen);
        addClassNames("lk-modes", "lk-two");
        addValueChangeListener(event -> {
            if (event.isFromClient()) {
                choosing.accept(event.getValue());
            }
        });
    }

    private static Component card(Decider decider) {
        return new ChoiceCard(
                switch (decider) {
                    case LATCHKEY -> "Latchkey decides";
                    case NEXUDUS -> "Nexudus decides";
                },
                switch (decider) {
                    case LATCHKEY ->
                        "We read passes, bookings and contracts and apply your rules. Take this one unless you have a"
                                + " reason not to: doors open on the minute, and every answer names the purchase.";
                    case NEXUDUS ->
                        "Nexudus tells us each person's groups, by its Custom ACS. Take this one when your list of items"
                                + " and groups is in Nexudus already, or when we may have no Nexudus user.";
                });
    }
}
