package app.latchkey.operator.ui;

import app.latchkey.look.EmptyState;
import app.latchkey.sync.MatchPreview;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** Who gains and who loses what by something that is not yet saved, by name. */
class MatchPreviewList extends Div {

    private static final int NAMED = 200;

    private final SpacePage page;

    MatchPreviewList(List<MatchPreview.Line> losses, List<MatchPreview.Line> gains, SpacePage page) {
        this.page = page;
        addClassName("lk-cards");
        add(part("Lose", losses), part("Gain", gains));
    }

    private Component part(String title, List<MatchPreview.Line> lines) {
        Div card = Sections.card(new H3("%s %d".formatted(title, lines.size())));
        card.addClassName("lk-stack");
        if (lines.isEmpty()) {
            card.add(new EmptyState("Nobody."));
            return card;
        }
        UnorderedList names = new UnorderedList();
        names.addClassName("lk-plain-list");
        lines.stream().limit(NAMED).forEach(line -> names.add(item(line)));
        card.add(names);
        if (lines.size() > NAMED) {
            card.add(new Span("and %d more".formatted(lines.size() - NAMED)));
        }
        return card;
    }

    private ListItem item(MatchPreview.Line line) {
        return new ListItem(
                page.customer(line.customer(), line.name()),
                new Span(", " + line.group() + (line.now() ? "" : ", later")));
    }
}
