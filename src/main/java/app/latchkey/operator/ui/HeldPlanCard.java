package app.latchkey.operator.ui;

import app.latchkey.look.Act;
import app.latchkey.look.PageTime;
import app.latchkey.operator.Sentences;
import app.latchkey.sync.Decisions;
import app.latchkey.sync.OpenDecision;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;

/** A larger change that waits for a yes which covers exactly the people named here. */
class HeldPlanCard extends Div {

    private static final int NAMED_AT_ONCE = 20;

    private final SpacePage page;
    private final transient Decisions decisions;
    private final transient OpenDecision decision;

    HeldPlanCard(SpacePage page, Decisions decisions, OpenDecision decision) {
        this.page = page;
        this.decisions = decisions;
        this.decision = decision;
        addClassNames("lk-card", "lk-stack");
        Span print = new Span("Fingerprint " + decision.fingerprint());
        print.addClassNames("lk-mono", "lk-quiet", "lk-breakable");
        Button approve = new Act("Approve exactly these " + decision.lines().size(), () -> confirm());
        add(
                new H2(question()),
                new Paragraph(
                        "This is more at once than your limits allow. Approving does exactly these %d, or refuses; until then nobody loses access because of it."
                                .formatted(decision.lines().size())),
                names(),
                Sections.row(approve, Later.button(page, key(decision)), Ages.asked(decision.heldSince(), page)),
                print);
    }

    static String key(OpenDecision decision) {
        return "plan:" + decision.fingerprint();
    }

    private Component names() {
        UnorderedList first = new UnorderedList();
        UnorderedList rest = new UnorderedList();
        first.addClassName("lk-plain-list");
        rest.addClassName("lk-plain-list");
        for (int i = 0; i < decision.lines().size(); i++) {
            OpenDecision.Line line = decision.lines().get(i);
            String words = line.name() + (line.grant() ? " into " : " out of ") + line.group();
            (i < NAMED_AT_ONCE ? first : rest).add(new ListItem(words));
        }
        Div names = new Div(first);
        if (rest.getComponentCount() > 0) {
            names.add(new NativeDetails("Show the other " + rest.getComponentCount(), rest));
        }
        return names;
    }

    private void confirm() {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(question());
        dialog.setText("This reaches doors at once. Approving does exactly these %d, or refuses."
                .formatted(decision.lines().size()));
        dialog.setCancelable(true);
        dialog.setConfirmText("Approve " + decision.lines().size());
        dialog.addConfirmListener(event -> approve());
        dialog.open();
    }

    private void approve() {
        SpacePage.say(
                switch (page.tools().run().approve(page.id(), decision)) {
                    case APPROVED -> "Approved. It is being done now.";
                    case CHANGED -> "Changed since you opened it; look again.";
                    case DECIDED -> already();
                });
        page.reread();
    }

    private String already() {
        return decisions
                .decidedBy(page.id(), decision.plan())
                .map(by -> "Already decided by %s at %s."
                        .formatted(
                                by.who(),
                                PageTime.when(by.at(), page.now(), page.space().zone())))
                .orElse("Changed since you opened it; look again.");
    }

    private String question() {
        List<String> parts = new ArrayList<>();
        if (decision.removals() > 0) {
            parts.add("take " + Sentences.people(decision.removals()) + " out");
        }
        if (decision.grants() > 0) {
            parts.add("let " + Sentences.people(decision.grants()) + " in");
        }
        String words = String.join(" and ", parts);
        return words.isEmpty() ? "Go on?" : Character.toUpperCase(words.charAt(0)) + words.substring(1) + "?";
    }
}
