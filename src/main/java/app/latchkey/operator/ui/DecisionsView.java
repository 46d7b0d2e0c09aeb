package app.latchkey.operator.ui;

import app.latchkey.look.Act;
import app.latchkey.look.EmptyState;
import app.latchkey.look.Fix;
import app.latchkey.look.PageTime;
import app.latchkey.look.TimeText;
import app.latchkey.look.Tone;
import app.latchkey.operator.DecideByHand;
import app.latchkey.operator.DecideDisputes;
import app.latchkey.operator.DecidePeople;
import app.latchkey.operator.GiveAccess;
import app.latchkey.people.Answer;
import app.latchkey.people.WhoIsWho;
import app.latchkey.sync.Decisions;
import app.latchkey.sync.Dispute;
import app.latchkey.sync.GapQuestions;
import app.latchkey.sync.GrantsOnly;
import app.latchkey.sync.HelpCall;
import app.latchkey.sync.HelpCalls;
import app.latchkey.sync.OpenDecision;
import app.latchkey.sync.OverdueEnds;
import app.latchkey.sync.Postponed;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What only an operator can decide: who waits at a door, who is who, and larger changes, each with its consequences. */
@Route("spaces/:slug/decisions")
@PermitAll
class DecisionsView extends SpacePage {

    private static final int LATELY = 10;

    private final transient Decisions decisions;
    private final transient HelpCalls calls;
    private final transient DecidePeople people;
    private final transient Postponed postponed;
    private final transient Giving giving;
    private final transient GrantsOnly grantsOnly;
    private final transient OverdueEnds overdue;
    private final transient GapQuestions gaps;
    private final transient DecideDisputes disputes;
    private final transient DecideByHand byHand;
    private final transient OtherWriterSearch search;

    DecisionsView(
            PageTools tools,
            Decisions decisions,
            HelpCalls calls,
            DecidePeople people,
            Postponed postponed,
            GiveAccess gifts,
            GrantsOnly grantsOnly,
            OverdueEnds overdue,
            GapQuestions gaps,
            DecideDisputes disputes,
            DecideByHand byHand) {
        super(tools, "Decisions");
        this.decisions = decisions;
        this.calls = calls;
        this.people = people;
        this.postponed = postponed;
        this.giving = new Giving(this, gifts);
        this.grantsOnly = grantsOnly;
        this.overdue = overdue;
        this.gaps = gaps;
        this.disputes = disputes;
        this.byHand = byHand;
        this.search = new OtherWriterSearch(this, disputes);
    }

    @Override
    boolean alsoForTheDesk() {
        return true;
    }

    @Override
    List<Component> content() {
        Map<String, Instant> later = postponed.now(id());
        List<Component> open = new ArrayList<>();
        calls.open(id()).forEach(call -> open.add(card(call)));
        if (!operates()) {
            return atTheDesk(open);
        }
        gaps.open(id()).ifPresent(question -> open.add(new GapCard(this, question)));
        grantsOnly
                .unconfirmedSince(id())
                .ifPresent(since -> open.add(new GrantsOnlyCard(this, since, overdue.of(id()))));
        int putOff = 0;
        for (OpenDecision plan : decisions.open(id())) {
            if (later.containsKey(HeldPlanCard.key(plan))) {
                putOff++;
            } else {
                open.add(new HeldPlanCard(this, decisions, plan));
            }
        }
        for (WhoIsWho question : people.open(id())) {
            if (later.containsKey(WhoIsWhoCard.key(question))) {
                putOff++;
            } else {
                open.add(new WhoIsWhoCard(this, people, question));
            }
        }
        List<Dispute> disputed = disputes.all(id());
        for (Dispute dispute : disputed) {
            if (later.containsKey(DisputeCard.key(dispute))) {
                putOff++;
            } else if (!dispute.leftOut()) {
                open.add(new DisputeCard(this, disputes, search, dispute));
            }
        }
        return page(open, putOff, disputed.stream().filter(Dispute::leftOut).toList());
    }

    private static List<Component> atTheDesk(List<Component> calls) {
        List<Component> all = new ArrayList<>();
        all.add(Sections.head("Decisions"));
        all.add(
                calls.isEmpty()
                        ? new EmptyState(
                                "Nobody stands at a locked door. What else there is to decide, operators decide.")
                        : Fix.saying(Tone.NEXT, "Who stands at a door waits here. All else operators decide."));
        all.addAll(calls);
        return all;
    }

    private List<Component> page(List<Component> open, int putOff, List<Dispute> leftOut) {
        List<Component> all = new ArrayList<>();
        all.add(Sections.head("Decisions"));
        if (open.isEmpty()) {
            all.add(new EmptyState(
                    "Nothing to decide. Larger changes and people whom we cannot tell apart wait here."));
        }
        all.addAll(open);
        if (putOff > 0) {
            all.add(new Paragraph(
                    putOff == 1
                            ? "1 more is put off until tomorrow morning."
                            : putOff + " more are put off until tomorrow morning."));
        }
        if (!leftOut.isEmpty()) {
            all.add(Sections.section("Left out although entitled", DisputeCard.leftOut(this, disputes, leftOut)));
        }
        int others = byHand.count(id());
        if (others > 0) {
            all.add(new Anchor(
                    url("/decisions/by-hand"),
                    others == 1
                            ? "1 person is in a group by hand: see who, and say what becomes of it"
                            : others + " are in a group by hand: see who, and say what becomes of it"));
        }
        List<Answer> answered = people.answered(id());
        if (!answered.isEmpty()) {
            Div rows = Sections.card();
            answered.stream().limit(LATELY).forEach(answer -> rows.add(row(answer)));
            all.add(Sections.section("Decided about people", rows));
        }
        return all;
    }

    private Component row(Answer answer) {
        String name = people.name(id(), answer.customer());
        String what = answer.sameAs()
                .map(other -> "%s is the same person as %s".formatted(name, people.name(id(), other)))
                .orElse("%s is not %s".formatted(answer.email(), name));
        Span words = new Span(
                "%s, said by %s %s".formatted(what, answer.by(), PageTime.when(answer.at(), now(), space().zone())));
        words.addClassName("lk-line-text");
        Button undo = new Act("Ask again", () -> {
            people.takeBack(id(), answer, tools().user().get().getName());
            reread();
        });
        undo.setAriaLabel("Ask again about " + name);
        Div row = new Div(words, undo);
        row.addClassNames("lk-row", "lk-spread");
        return row;
    }

    private Component card(HelpCall call) {
        Button let = new Act(
                "Let in for 1 hour",
                () -> giving.anHour(
                        call.customer(), call.name(), call.door(), "call " + call.number(), () -> seen(call)));
        let.addThemeVariants(ButtonVariant.PRIMARY);
        Button seen = new Act("I have seen it", () -> {
            seen(call);
            reread();
        });
        Anchor person = new Anchor(url("/customers/" + call.customer()), "Open " + call.name());
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
}
