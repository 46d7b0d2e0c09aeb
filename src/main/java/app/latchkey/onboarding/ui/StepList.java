package app.latchkey.onboarding.ui;

import app.latchkey.onboarding.SetupNavigation;
import app.latchkey.space.SetupStep;
import app.latchkey.space.Space;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;

/** Where in the set-up one is: steps reached are links, the others only words. */
class StepList extends Nav {

    private final Space space;

    StepList(Space space, SetupStep current) {
        this.space = space;
        getElement().setAttribute("aria-label", "Set-up");
        addClassName("lk-step-list");
        add(new OrderedList(
                item(SetupStep.SALTO, "1 Salto", current),
                item(SetupStep.NEXUDUS, "2 Nexudus", current),
                item(SetupStep.MATCH, "3 Match", current),
                item(SetupStep.REVIEW, "Review", current)));
    }

    private ListItem item(SetupStep step, String words, SetupStep current) {
        ListItem item = new ListItem(label(step, words));
        if (step == current) {
            item.getElement().setAttribute("aria-current", "step");
        }
        return item;
    }

    private Component label(SetupStep step, String words) {
        return space.setup().isBefore(step) && step != SetupStep.NEXUDUS
                ? new Span(words)
                : new Anchor(SetupNavigation.path(space.slug(), step), words);
    }
}
