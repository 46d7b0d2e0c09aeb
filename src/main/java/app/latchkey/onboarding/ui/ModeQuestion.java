package app.latchkey.onboarding.ui;

import app.latchkey.space.Mode;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;

/** How to begin: three cards, of which one is chosen. */
class ModeQuestion extends RadioButtonGroup<Mode> {

    ModeQuestion(Mode chosen) {
        setAriaLabel("How should we begin?");
        setItems(Mode.values());
        setRenderer(new ComponentRenderer<>(ModeQuestion::card));
        setValue(chosen);
        addClassName("lk-modes");
    }

    /** What the button says that begins. */
    String start() {
        return switch (getValue()) {
            case WATCH -> "Start watching";
            case GRANTS_ONLY -> "Start letting people in";
            case FULL -> "Start full sync";
        };
    }

    private static Component card(Mode mode) {
        return new ChoiceCard(
                switch (mode) {
                    case WATCH -> "Watch";
                    case GRANTS_ONLY -> "Grants only";
                    case FULL -> "Full";
                },
                switch (mode) {
                    case WATCH -> "We only tell you what we would do. Best for the first days.";
                    case GRANTS_ONLY -> "We let people in, and take nobody out.";
                    case FULL -> "We let people in and take them out when their purchase ends.";
                });
    }
}
