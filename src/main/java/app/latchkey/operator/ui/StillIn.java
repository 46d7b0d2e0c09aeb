package app.latchkey.operator.ui;

import app.latchkey.entitlement.ReasonWords;
import app.latchkey.look.TimeText;
import app.latchkey.sync.OverdueEnd;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** Who is in a group although their time is over, each with its age. */
final class StillIn extends Div {

    /** Where on the page the list stands, for links that lead to it. */
    static final String PLACE = "still-in";

    StillIn(SpacePage page, List<OverdueEnd> ends) {
        setId(PLACE);
        UnorderedList list = new UnorderedList();
        ends.forEach(end -> list.add(new ListItem(line(page, end))));
        add(new Paragraph("Still in although their time is over:"), list);
    }

    private static Component line(SpacePage page, OverdueEnd end) {
        Div line = Sections.row(
                page.customer(end.customer(), end.name()),
                new Span("in " + end.group() + ", over since"),
                TimeText.when(end.since(), page.now(), page.space().zone()));
        end.why().ifPresent(why -> line.add(quiet("· " + ReasonWords.clause(why, page.voice()))));
        return line;
    }

    private static Span quiet(String words) {
        Span quiet = new Span(words);
        quiet.addClassName("lk-quiet");
        return quiet;
    }
}
