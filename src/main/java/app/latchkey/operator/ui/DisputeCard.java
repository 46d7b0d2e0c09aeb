package app.latchkey.operator.ui;

import app.latchkey.look.Act;
import app.latchkey.operator.DecideDisputes;
import app.latchkey.operator.Sentences;
import app.latchkey.sync.Dispute;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** Somebody entitled whom somebody else keeps taking out: let in again, or leave out. */
class DisputeCard extends Div {

    private final SpacePage page;
    private final transient DecideDisputes disputes;
    private final transient Dispute dispute;

    DisputeCard(SpacePage page, DecideDisputes disputes, OtherWriterSearch search, Dispute dispute) {
        this.page = page;
        this.disputes = disputes;
        this.dispute = dispute;
        addClassNames("lk-card", "lk-stack");
        Button letIn = new Act("Let in again", () -> letIn(page, disputes, dispute));
        letIn.addThemeVariants(ButtonVariant.PRIMARY);
        letIn.setAriaLabel("Let %s in again".formatted(dispute.name()));
        Button leaveOut = new Act("Leave out", () -> leaveOut());
        leaveOut.setAriaLabel("Leave %s out".formatted(dispute.name()));
        add(
                new H2("Who else takes %s out of %s?".formatted(dispute.name(), dispute.groupName())),
                new Paragraph(cause()),
                new Paragraph("Their reason: " + Sentences.becauses(dispute.because(), page.voice()) + "."),
                search.part(),
                Sections.row(letIn, leaveOut, Later.button(page, key(dispute)), Ages.asked(dispute.since(), page)));
    }

    static String key(Dispute dispute) {
        return "dispute:%s:%s".formatted(dispute.place().user(), dispute.place().group());
    }

    /** Those about whom the answer was no; it may change. */
    static Component leftOut(SpacePage page, DecideDisputes disputes, List<Dispute> leftOut) {
        Div rows = Sections.card();
        leftOut.forEach(dispute -> {
            Span words = new Span(dispute.name() + ", " + dispute.groupName());
            words.addClassName("lk-line-text");
            Button letIn = new Act("Let in again", () -> letIn(page, disputes, dispute));
            letIn.setAriaLabel("Let %s in again".formatted(dispute.name()));
            Div row = new Div(words, letIn);
            row.addClassNames("lk-row", "lk-spread");
            rows.add(row);
        });
        return rows;
    }

    private static void letIn(SpacePage page, DecideDisputes disputes, Dispute dispute) {
        disputes.letIn(page.id(), dispute);
        SpacePage.say(dispute.name() + " is let in again.");
        page.reread();
    }

    private String cause() {
        return (dispute.backAndForth()
                        ? "We have let them in for the same purchase again and again within a day, and each time it ended."
                        : "We put them back once, and somebody has taken them out again.")
                + " Until you answer we do not let them in, so that nobody's door opens and closes all day.";
    }

    private void leaveOut() {
        disputes.leaveOut(page.id(), dispute);
        SpacePage.say(dispute.name() + " stays out.");
        page.reread();
    }
}
