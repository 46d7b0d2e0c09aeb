package app.latchkey.operator.ui;

import app.latchkey.look.Freshness;
import app.latchkey.look.TimeText;
import app.latchkey.space.Decider;
import app.latchkey.sync.PartnerStates;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;

/**
 * How old what a page shows is, for each partner: "Nexudus read 12 s ago", "Salto read 40 s ago". Where Nexudus decides it is not read: it tells us,
 * and its silence alone makes nothing old.
 */
final class Ages {

    private static final Duration OLD = Duration.ofMinutes(20);

    private Ages() {}

    static Component of(PartnerStates partners, Decider decider, Instant now) {
        Div ages = new Div();
        ages.addClassNames("lk-row", "lk-ages");
        switch (decider) {
            case LATCHKEY -> partners.nexudus().readAt().ifPresent(at -> ages.add(age("Nexudus read", at, now)));
            case NEXUDUS ->
                partners.heardAt().ifPresent(at -> ages.add(new Freshness("Nexudus told us").heard(at, now)));
        }
        partners.salto().readAt().ifPresent(at -> ages.add(age("Salto read", at, now)));
        return ages;
    }

    /** How long a question has waited for its answer. */
    static Component asked(Instant at, SpacePage page) {
        Span asked = new Span(
                new Text("asked "), TimeText.ago(at, page.now(), page.space().zone()));
        asked.addClassName("lk-quiet");
        return asked;
    }

    private static Component age(String prefix, Instant at, Instant now) {
        return new Freshness(prefix).staleAfter(OLD).heard(at, now);
    }
}
