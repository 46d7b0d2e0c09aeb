package app.latchkey.operator;

import app.latchkey.look.PageTime;
import app.latchkey.notice.Notice;
import app.latchkey.notice.Notices;
import app.latchkey.space.EachSpace;
import app.latchkey.space.LatchkeySettings;
import app.latchkey.space.Scopes;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import app.latchkey.sync.Decisions;
import app.latchkey.sync.Dispute;
import app.latchkey.sync.DisputeQuestions;
import app.latchkey.sync.GapQuestion;
import app.latchkey.sync.GapQuestions;
import app.latchkey.sync.GrantsOnly;
import app.latchkey.sync.OpenDecision;
import app.latchkey.sync.OverdueEnd;
import app.latchkey.sync.OverdueEnds;
import app.latchkey.sync.Ticked;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes to operators what waits for their yes: when it begins to wait, and once more after a day, by what it means for people. */
@Component
class RemindOfDecisions {

    private static final Duration AGAIN = Duration.ofHours(24);
    private static final String DISPUTED =
            "They have bought what opens these doors, and we let them in. Somebody, or another program, takes them out again; so we have stopped, and they"
                    + " stay outside until you decide.";

    private final EachSpace each;
    private final Scopes scopes;
    private final Spaces spaces;
    private final Decisions decisions;
    private final GrantsOnly grantsOnly;
    private final OverdueEnds overdue;
    private final GapQuestions gaps;
    private final DisputeQuestions disputes;
    private final Notices notices;
    private final LatchkeySettings settings;

    RemindOfDecisions(
            EachSpace each,
            Scopes scopes,
            Spaces spaces,
            Decisions decisions,
            GrantsOnly grantsOnly,
            OverdueEnds overdue,
            GapQuestions gaps,
            DisputeQuestions disputes,
            Notices notices,
            LatchkeySettings settings) {
        this.each = each;
        this.scopes = scopes;
        this.spaces = spaces;
        this.decisions = decisions;
        this.grantsOnly = grantsOnly;
        this.overdue = overdue;
        this.gaps = gaps;
        this.disputes = disputes;
        this.notices = notices;
        this.settings = settings;
    }

    @EventListener
    void on(Ticked tick) {
        Thread.ofVirtual().name("reminders").start(() -> remind(tick.at()));
    }

    private void remind(Instant now) {
        each.serve("reminders", Space::active, space -> remind(space, now));
    }

    private void remind(Space space, Instant now) {
        gaps.open(space.id()).ifPresent(question -> ask(space, question, now));
        for (OpenDecision plan : decisions.open(space.id())) {
            send(space, "held:" + plan.heldSince(), asked(plan), "Nobody loses access because of it until you decide.");
            if (!now.isBefore(plan.heldSince().plus(AGAIN))) {
                send(space, "held again:" + plan.heldSince(), "A day has passed: " + asked(plan), effect(plan));
            }
        }
        disputed(space, now);
        grantsOnly.look(space.id());
        grantsOnly.unconfirmedSince(space.id()).ifPresent(since -> {
            int still = (int) overdue.of(space.id()).stream()
                    .map(OverdueEnd::name)
                    .distinct()
                    .count();
            send(
                    space,
                    "grants only:" + since,
                    "Still take nobody out?",
                    "For two weeks nobody was taken out. %s still in although their time is over."
                            .formatted(still == 1 ? "1 person is" : still + " people are"));
        });
    }

    /** Everything else waits for it. */
    private void ask(Space space, GapQuestion question, Instant now) {
        String cause = GapSentences.cause(PageTime.when(question.since(), now, space.zone()));
        send(space, "gap:" + question.askedAt(), "nothing changes at your doors until you answer", cause);
        if (!now.isBefore(question.askedAt().plus(AGAIN))) {
            send(
                    space,
                    "gap again:" + question.askedAt(),
                    "A day has passed: nothing changes at your doors until you answer",
                    cause);
        }
    }

    /** One mail a day, however many: what takes out one person often takes out others too. */
    private void disputed(Space space, Instant now) {
        List<Dispute> open = disputes.all(space.id()).stream()
                .filter(dispute -> !dispute.leftOut())
                .toList();
        open.stream().map(Dispute::since).max(Comparator.naturalOrder()).ifPresent(newest -> {
            String who = Sentences.people(open.size());
            String once = newest.atZone(space.zone()).toLocalDate().toString();
            send(space, "disputed:" + once, "somebody else takes %s out".formatted(who), DISPUTED);
            if (!now.isBefore(newest.plus(AGAIN))) {
                send(
                        space,
                        "disputed again:" + once,
                        "A day has passed: somebody else took %s out".formatted(who),
                        DISPUTED);
            }
        });
    }

    private static String asked(OpenDecision plan) {
        List<String> parts = new ArrayList<>();
        if (plan.removals() > 0) {
            parts.add(Sentences.people(plan.removals()) + " would be taken out");
        }
        if (plan.grants() > 0) {
            parts.add(Sentences.people(plan.grants()) + " would be let in");
        }
        return "your yes is needed, " + String.join(" and ", parts);
    }

    private static String effect(OpenDecision plan) {
        List<String> parts = new ArrayList<>();
        if (plan.removals() > 0) {
            parts.add(
                    "%s can still open doors that are no longer theirs.".formatted(Sentences.people(plan.removals())));
        }
        if (plan.grants() > 0) {
            parts.add("%s cannot open yet what they bought.".formatted(Sentences.people(plan.grants())));
        }
        return String.join(" ", parts);
    }

    private void send(Space space, String once, String what, String words) {
        String subject = Character.toUpperCase(what.charAt(0)) + what.substring(1);
        Notice notice = Notice.of(once + ":" + space.id(), "%s: %s".formatted(space.name(), subject), List.of(words))
                .withLink("Decide", settings.publicUrl().resolve("/spaces/" + space.slug() + "/decisions"));
        scopes.inSpace(space.id(), () -> spaces.operatorsOf(space.id()))
                .forEach(operator -> notices.send(operator, notice));
    }
}
