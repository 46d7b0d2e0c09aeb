package app.latchkey.operator.ui;

import app.latchkey.sync.RulePreview;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** Whom a change of the rules reaches, by name. */
final class RuleNames extends Div {

    private static final int NAMED = 200;

    RuleNames(RulePreview preview, SpacePage page) {
        addClassName("lk-stack");
        if (!preview.losses().isEmpty() || !preview.gains().isEmpty()) {
            add(new MatchPreviewList(preview.losses(), preview.gains(), page));
        }
        part(
                "Other times today",
                preview.shifts().stream().map(shift -> shift(shift, page)).toList());
        part(
                "Give the seat back",
                preview.seats().stream().map(name -> new ListItem(name)).toList());
    }

    private void part(String title, List<ListItem> people) {
        if (people.isEmpty()) {
            return;
        }
        UnorderedList names = new UnorderedList();
        names.addClassName("lk-plain-list");
        people.stream().limit(NAMED).forEach(names::add);
        Component[] parts = people.size() > NAMED
                ? new Component[] {
                    new H3(title + " " + people.size()), names, new Span("and %d more".formatted(people.size() - NAMED))
                }
                : new Component[] {new H3(title + " " + people.size()), names};
        add(parts);
    }

    private static ListItem shift(RulePreview.Shift shift, SpacePage page) {
        String minutes = shift.minutes() > 0
                ? ", %d more minutes".formatted(shift.minutes())
                : ", %d fewer minutes".formatted(-shift.minutes());
        return new ListItem(new Anchor(page.url("/customers/" + shift.customer()), shift.name()), new Span(minutes));
    }
}
