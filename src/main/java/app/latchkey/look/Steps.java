package app.latchkey.look;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** A chain of checks in order, each right, broken or not known, with what it found. */
public final class Steps extends OrderedList {

    /** How a step stands. */
    public enum Standing {
        RIGHT(State.RIGHT, "Right: "),
        BROKEN(State.STOPPED, "Not right: "),
        WAITING(State.ON_ITS_WAY, "Waiting: "),
        NOT_KNOWN(State.NOT_KNOWN, "Not known: ");

        private final State state;
        private final String spoken;

        Standing(State state, String spoken) {
            this.state = state;
            this.spoken = spoken;
        }
    }

    /** One step. */
    public record Step(Standing standing, String title, String found) {}

    public Steps(List<Step> steps) {
        addClassName("lk-steps");
        steps.forEach(step -> add(item(step)));
    }

    private static ListItem item(Step step) {
        Span spoken = new Span(step.standing().spoken);
        spoken.addClassName("lk-hidden");
        Span found = new Span(step.found());
        found.addClassName("lk-quiet");
        Div words = new Div(spoken, new Span(step.title()), new Div(found));
        ListItem item = new ListItem(new Icon(step.standing().state.shape()), words);
        item.addClassName(step.standing().state.tone().className());
        return item;
    }
}
