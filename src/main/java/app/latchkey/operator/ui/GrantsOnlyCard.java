package app.latchkey.operator.ui;

import app.latchkey.look.Act;
import app.latchkey.look.TimeText;
import app.latchkey.sync.OverdueEnd;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;

/** Asks again, now and then, whether nobody is to be taken out. */
final class GrantsOnlyCard extends Div {

    GrantsOnlyCard(SpacePage page, Instant since, List<OverdueEnd> ends) {
        addClassNames("lk-card", "lk-stack");
        add(
                new H2("Still take nobody out?"),
                Sections.row(
                        new Span("Grants only, unchanged since"),
                        TimeText.when(since, page.now(), page.space().zone())));
        add(
                ends.isEmpty()
                        ? new Paragraph("Nobody is in whose time is over. In full mode nobody would be taken out now.")
                        : new StillIn(page, ends));
        add(Sections.row(
                new Act("Go on for 14 days", () -> {
                    page.tools().run().goOnTakingNobodyOut(page.id());
                    SpacePage.say("Nobody is taken out. We ask again in 14 days.");
                    page.reread();
                }),
                new Anchor(page.url("/settings"), "Change the mode")));
    }
}
