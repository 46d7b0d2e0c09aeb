package app.latchkey.operator.ui;

import app.latchkey.look.DayBars;
import app.latchkey.look.TimeText;
import app.latchkey.operator.AgreementSentences;
import app.latchkey.sync.Agreement;
import app.latchkey.sync.Agreement.Day;
import app.latchkey.sync.Agreement.Difference;
import app.latchkey.sync.Agreement.Kind;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** How the doors of a watching space agree with what people bought: day by day, and each difference with its cause. */
class AgreementCard extends Div {

    /** So many at once: whoever sees a hundred differences mends what they have in common first. */
    private static final int SHOWN = 50;

    private final SpacePage page;

    AgreementCard(SpacePage page, Agreement agreement) {
        this.page = page;
        addClassNames("lk-card", "lk-stack");
        add(days(agreement.days()));
        if (agreement.differences().isEmpty()) {
            add(new Paragraph("Nothing differs. From the first day we write, we would change nobody's access."));
        }
        for (Kind kind : Kind.values()) {
            List<Difference> those = agreement.differences().stream()
                    .filter(difference -> difference.kind() == kind)
                    .toList();
            if (!those.isEmpty()) {
                add(differences(kind, those));
            }
        }
    }

    private static Component days(List<Day> days) {
        if (days.isEmpty()) {
            return new Paragraph("The first day's figure comes with the first complete run.");
        }
        Paragraph words = new Paragraph("People for whom doors and purchases agree, day by day. "
                + AgreementSentences.day(days.getLast()) + ".");
        return new Div(
                words,
                DayBars.of(
                        AgreementSentences.days(days),
                        days.stream()
                                .map(day -> new DayBars.Day(
                                        day.people() == 0 ? 1 : (double) day.agreeing() / day.people(),
                                        AgreementSentences.date(day),
                                        AgreementSentences.day(day)))
                                .toList()));
    }

    private Component differences(Kind kind, List<Difference> those) {
        UnorderedList list = new UnorderedList();
        list.addClassName("lk-plain-list");
        those.stream().limit(SHOWN).forEach(difference -> list.add(new ListItem(line(difference))));
        if (those.size() > SHOWN) {
            list.add(new ListItem("and %d more".formatted(those.size() - SHOWN)));
        }
        NativeDetails details = new NativeDetails(
                "%s: %d".formatted(AgreementSentences.title(kind), those.size()),
                new Div(quiet(AgreementSentences.consequence(kind)), list));
        details.setOpen(those.size() <= 10);
        return details;
    }

    private Component line(Difference difference) {
        return new Div(
                page.customer(difference.customer(), difference.name()),
                new Text(" · " + AgreementSentences.cause(difference, page.voice())),
                quiet(" · seen "),
                TimeText.ago(difference.since(), page.now(), page.space().zone()));
    }

    private static Span quiet(String words) {
        Span quiet = new Span(words);
        quiet.addClassName("lk-quiet");
        return quiet;
    }
}
