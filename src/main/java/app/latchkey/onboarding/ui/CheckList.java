package app.latchkey.onboarding.ui;

import app.latchkey.look.Icon;
import app.latchkey.look.Shape;
import app.latchkey.look.Tone;
import app.latchkey.onboarding.Check;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** What was looked at, one line each, with its cure. */
class CheckList extends UnorderedList {

    CheckList(String label, List<Check> checks) {
        addClassName("lk-steps");
        getElement().setAttribute("aria-label", label);
        checks.forEach(check -> add(line(check)));
    }

    private static ListItem line(Check check) {
        Div text = new Div(new Span(check.words()));
        text.addClassName("lk-stack");
        if (!check.cure().isEmpty()) {
            Span cure = new Span(check.cure());
            cure.addClassName("lk-quiet");
            text.add(cure);
        }
        ListItem line = new ListItem(new Icon(shape(check)), text);
        line.addClassName(tone(check).className());
        line.add(outcome(check));
        return line;
    }

    private static Component outcome(Check check) {
        Span spoken = new Span(
                switch (check.result()) {
                    case GOOD -> "fine";
                    case UNKNOWN -> "not known";
                    case WEAK -> "look at this";
                    case BAD -> "missing";
                });
        spoken.addClassName("lk-hidden");
        return spoken;
    }

    private static Shape shape(Check check) {
        return switch (check.result()) {
            case GOOD -> Shape.TICK;
            case UNKNOWN -> Shape.QUESTION;
            case WEAK -> Shape.DIAMOND;
            case BAD -> Shape.CROSS;
        };
    }

    private static Tone tone(Check check) {
        return switch (check.result()) {
            case GOOD -> Tone.OPEN;
            case UNKNOWN -> Tone.CLOSED;
            case WEAK -> Tone.WITHHELD;
            case BAD -> Tone.STOPPED;
        };
    }
}
