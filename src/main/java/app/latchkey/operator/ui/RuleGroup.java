package app.latchkey.operator.ui;

import app.latchkey.look.Act;
import app.latchkey.space.SpaceRules;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules that belong together: sentences with their values inside, what is wrong with one, and the way back to the default. */
abstract class RuleGroup extends Details {

    private final transient Runnable changed;
    private final transient List<RuleNumber> numbers = new ArrayList<>();
    private final Paragraph wrong = new Paragraph();
    private final Button back = new Act("Back to default", () -> showDefault());

    /** @param changed hears of every value that somebody changes */
    RuleGroup(String title, Runnable changed) {
        this.changed = changed;
        setSummary(new H3(title));
        setOpened(true);
        setWidthFull();
        wrong.addClassName("lk-wrong");
        wrong.getElement().setAttribute("role", "alert");
        back.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        back.setAriaLabel("Back to default: " + title);
    }

    abstract void show(SpaceRules rules);

    /** The rules with what stands here; only where there is nothing to complain about. */
    abstract SpaceRules into(SpaceRules rules);

    /** A sentence: texts, and fields between them. */
    final void sentence(Object... parts) {
        Div sentence = new Div();
        sentence.addClassName("lk-sentence");
        for (Object part : parts) {
            sentence.add(part instanceof Component field ? field : new Span(String.valueOf(part)));
            if (part instanceof RuleNumber number) {
                numbers.add(number);
            }
            if (part instanceof HasValue<?, ?> field) {
                field.addValueChangeListener(event -> heard(event.isFromClient()));
            }
        }
        add(sentence);
    }

    private void heard(boolean bySomebody) {
        if (bySomebody) {
            changed.run();
        }
    }

    final void hint(String text) {
        Paragraph hint = new Paragraph(text);
        hint.addClassName("lk-quiet");
        add(hint);
    }

    /** The end of the group. */
    final void close() {
        add(wrong, back);
    }

    Optional<String> complaint() {
        return numbers.stream().flatMap(number -> number.complaint().stream()).findFirst();
    }

    /** Says what is wrong, and offers the way back where it leads anywhere. */
    final void refresh() {
        Optional<String> complaint = complaint();
        wrong.setText(complaint.orElse(""));
        wrong.setVisible(complaint.isPresent());
        SpaceRules standard = SpaceRules.defaults();
        back.setVisible(complaint.isPresent() || !into(standard).equals(standard));
    }

    private void showDefault() {
        show(SpaceRules.defaults());
        changed.run();
    }
}
