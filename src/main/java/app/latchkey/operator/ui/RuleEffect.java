package app.latchkey.operator.ui;

import app.latchkey.look.Act;
import app.latchkey.operator.RuleSentences;
import app.latchkey.space.SpaceRules;
import app.latchkey.sync.RulePreview;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** What saving would do, in numbers and on demand by name, with the button that does it. */
final class RuleEffect extends Div {

    private final transient SpacePage page;
    private final Paragraph words = new Paragraph();
    private final Div names = new Div();
    private final Button show = new Act("Show the names", () -> turn());
    private final Button save;

    RuleEffect(SpacePage page, Runnable saving) {
        this.page = page;
        save = new Act("Save the rules", () -> saving.run());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        words.getElement().setAttribute("role", "status");
        names.setVisible(false);
        names.addClassName("lk-effect-names");
        names.getElement().setAttribute("role", "group");
        names.getElement().setAttribute("aria-label", "Whom saving reaches");
        names.getElement().setAttribute("tabindex", "0");
        addClassNames("lk-card", "lk-stack", "lk-foot");
        add(names, words, Sections.row(save, show));
    }

    void says(String text) {
        words.setText(text);
        names.removeAll();
        show.setVisible(false);
        names.setVisible(false);
        save.setEnabled(false);
    }

    void says(SpaceRules now, SpaceRules then, RulePreview preview) {
        words.setText(RuleSentences.effect(now, then, preview));
        names.removeAll();
        names.add(new RuleNames(preview, page));
        boolean somebody = !preview.gains().isEmpty()
                || !preview.losses().isEmpty()
                || !preview.shifts().isEmpty()
                || !preview.seats().isEmpty();
        show.setVisible(somebody);
        names.setVisible(somebody && names.isVisible());
        show.setText(names.isVisible() ? "Hide the names" : "Show the names");
        save.setEnabled(!now.equals(then));
    }

    private void turn() {
        names.setVisible(!names.isVisible());
        show.setText(names.isVisible() ? "Hide the names" : "Show the names");
    }
}
