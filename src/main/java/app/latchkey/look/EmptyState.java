package app.latchkey.look;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** What stands where nothing is yet: what will be here, and the first step. */
public final class EmptyState extends Div {

    public EmptyState(String sentence) {
        addClassName("lk-empty");
        add(new Paragraph(sentence));
    }

    public EmptyState withButton(String label, Runnable action) {
        Button button = new Act(label, () -> action.run());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        add(button);
        return this;
    }
}
