package app.latchkey.operator.ui;

import app.latchkey.look.EmptyState;
import app.latchkey.look.TimeText;
import app.latchkey.operator.Sentences;
import app.latchkey.sync.Approval;
import app.latchkey.sync.Decisions;
import app.latchkey.sync.Gifts;
import app.latchkey.sync.HelpCall;
import app.latchkey.sync.HelpCalls;
import app.latchkey.sync.OpenDecision;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;

/** What only an operator can decide: larger changes wait here, by name, for a yes that covers exactly them. */
@Route("spaces/:slug/decisions")
@PermitAll
class DecisionsView extends SpacePage {

    private static final int NAMED_AT_ONCE = 20;

    private final transient Decisions decisions;

    private final transient HelpCalls calls;
    private final transient Giving giving;

    DecisionsView(PageTools tools, Decisions decisions, HelpCalls calls, Gifts gifts) {
        super(tools, "Decisions");
        this.giving = new Giving(this, gifts);
        this.calls = calls;
        this.decisions = decisions;
    }

    @Override
    List<Component> content() {
        List<Component> all = new ArrayList<>();
        all.add(Sections.head("Decisions"));
        List<OpenDecision> open = decisions.open(id());
        List<HelpCall> atDoors = calls.open(id());
        atDoors.forEach(call -> all.add(card(call)));
        if (open.isEmpty() && atDoors.isEmpty()) {
            all.add(new EmptyState("Nothing to decide. Larger changes wait here for your yes, by name."));
        }
        open.forEach(decision -> all.add(card(decision)));
        return all;
    }

    private Component card(HelpCall call) {
        Button let = new Button(
                "Let in for 1 hour",
                event -> giving.anHour(
                        call.customer(), call.name(), call.door(), "call " + call.number(), () -> seen(call)));
        let.addThemeVariants(ButtonVariant.PRIMARY);
        Button seen = new Button("I have seen it", event -> {
            seen(call);
            reread();
        });
        Anchor person = new Anchor(
                "spaces/" + space().slug() + "/customers/" + call.customer().value(), "Open " + call.name());
        Div card = Sections.card(
                new H2("%s stands at %s. Let them in?".formatted(call.name(), call.door())),
                new Paragraph("Their page says: " + call.found()),
                new Paragraph("The lock shows: " + call.lockShows().words() + "."),
                Sections.row(
                        let,
                        seen,
                        person,
                        new Span(call.number() + ", told"),
                        TimeText.ago(call.toldAt(), now(), space().zone())));
        card.addClassName("lk-stack");
        return card;
    }

    private void seen(HelpCall call) {
        calls.seen(id(), call.number(), tools().user().get().account());
    }

    private Component card(OpenDecision decision) {
        Span print = new Span("Fingerprint " + decision.fingerprint());
        print.addClassNames("lk-mono", "lk-quiet");
        print.getStyle().set("overflow-wrap", "anywhere");
        Button approve = new Button("Approve exactly these " + decision.lines().size(), event -> confirm(decision));
        approve.addThemeVariants(ButtonVariant.PRIMARY);
        Div card = Sections.card(
                new H2(question(decision)),
                new Paragraph(
                        "Approving does exactly these %d, or refuses. Until then nobody loses access because of it."
                                .formatted(decision.lines().size())),
                names(decision),
                Sections.row(
                        approve, new Span("waits since"), TimeText.ago(decision.openedAt(), now(), space().zone())),
                print);
        card.addClassName("lk-stack");
        return card;
    }

    private Component names(OpenDecision decision) {
        UnorderedList first = new UnorderedList();
        UnorderedList rest = new UnorderedList();
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

    private void confirm(OpenDecision decision) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(question(decision));
        dialog.setText("This reaches doors at once. Approving does exactly these %d, or refuses."
                .formatted(decision.lines().size()));
        dialog.setCancelable(true);
        dialog.setConfirmText("Approve " + decision.lines().size());
        dialog.addConfirmListener(event -> approve(decision));
        dialog.open();
    }

    private void approve(OpenDecision decision) {
        Approval approval = decisions.approve(
                id(),
                decision.plan(),
                decision.fingerprint(),
                tools().user().get().account());
        say(
                switch (approval) {
                    case APPROVED -> "Approved. It is being done now.";
                    case CHANGED -> "Changed since you opened it; look again.";
                    case DECIDED -> "Already decided by somebody else.";
                });
        reread();
    }

    private static String question(OpenDecision decision) {
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
