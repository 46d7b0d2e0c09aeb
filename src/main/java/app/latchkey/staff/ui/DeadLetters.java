package app.latchkey.staff.ui;

import app.latchkey.look.Act;
import app.latchkey.staff.ActAsStaff;
import app.latchkey.sync.DeadLetter;
import app.latchkey.sync.WorkWords;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;

/** Single records that fail again and again, while everybody else is served. No customer's name: the number leads to him. */
final class DeadLetters extends Div {

    private final transient ActAsStaff act;

    DeadLetters(List<DeadLetter> letters, ActAsStaff act, Instant now) {
        this.act = act;
        addClassNames("lk-card", "lk-stack");
        add(new H2("Failing again and again"));
        letters.forEach(letter -> add(line(letter, now)));
    }

    private Div line(DeadLetter letter, Instant now) {
        Div facts = new Div(
                new Anchor("/staff/spaces/" + letter.slug(), letter.slug()),
                new Span(WorkWords.subject(letter.subject())),
                StaffPage.since("failed %d times, due since".formatted(letter.attempts()), letter.since(), now));
        facts.addClassName("lk-row");
        Button again = new Act("Try again", () -> again(letter));
        again.setAriaLabel("Try %s of %s again".formatted(WorkWords.subject(letter.subject()), letter.slug()));
        Div line = new Div(facts, new Paragraph(letter.words()), new Div(again));
        line.addClassName("lk-stack");
        return line;
    }

    private void again(DeadLetter letter) {
        act.again(letter.space(), letter.subject());
        StaffPage.say("Due again: %s of %s.".formatted(WorkWords.subject(letter.subject()), letter.slug()));
    }
}
