package app.latchkey.sync.run;

import app.latchkey.shared.SpaceId;
import app.latchkey.space.Spaces;
import app.latchkey.sync.ActivationResult;
import app.latchkey.sync.Review;
import app.latchkey.sync.ReviewAnswer;
import app.latchkey.sync.ReviewChanges;
import app.latchkey.sync.ReviewState;
import app.latchkey.sync.Subject;
import app.latchkey.sync.plan.Decision;
import app.latchkey.sync.plan.HeldPlan;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.plan.Ownership;
import app.latchkey.sync.work.DueWork;
import app.latchkey.sync.work.Leases;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Takes an operator's answer to a review, if the facts are still those of the review. Within the space's scope; writes nothing to a partner. */
@Component
class Activation {

    private final Spaces spaces;
    private final ReviewRows rows;
    private final Reviewing reviewing;
    private final Ledger ledger;
    private final HeldPlans heldPlans;
    private final DueWork due;
    private final Leases leases;
    private final Clock clock;

    Activation(
            Spaces spaces,
            ReviewRows rows,
            Reviewing reviewing,
            Ledger ledger,
            HeldPlans heldPlans,
            DueWork due,
            Leases leases,
            Clock clock) {
        this.spaces = spaces;
        this.rows = rows;
        this.reviewing = reviewing;
        this.ledger = ledger;
        this.heldPlans = heldPlans;
        this.due = due;
        this.leases = leases;
        this.clock = clock;
    }

    ActivationResult confirm(SpaceId space, Review reviewed, ReviewAnswer answer) {
        if (spaces.held(space).active()) {
            return new ActivationResult.AlreadyStarted();
        }
        if (reviewed.state() != ReviewState.READY) {
            return new ActivationResult.NotReviewed();
        }
        Instant now = clock.instant();
        Evaluation fresh = reviewing.evaluate(space, now);
        if (!fresh.fingerprint().equals(answer.fingerprint())) {
            ReviewChanges changes = ReviewChanges.between(reviewed.lines(), fresh.lines());
            rows.ready(fresh.since(reviewed.lines()), Optional.of(changes), now);
            return new ActivationResult.FactsChanged(rows.find().orElseThrow());
        }
        begin(space, answer, fresh.planned(), now);
        return new ActivationResult.Activated();
    }

    private void begin(SpaceId space, ReviewAnswer answer, Planned planned, Instant now) {
        long version = planned.plan().matchVersion();
        if (answer.lookAfter()) {
            byHand(planned)
                    .filter(foreign -> !foreign.because().isEmpty())
                    .forEach(foreign -> adopt(planned, foreign, now));
        }
        List<Decision.Foreign> leaving = byHand(planned)
                .filter(foreign -> foreign.because().isEmpty())
                .filter(foreign -> answer.takeOut().contains(place(foreign)))
                .toList();
        leaving.forEach(foreign -> adopt(planned, foreign, now));
        List<Decision.Change> named =
                new ArrayList<>(planned.railed().held().map(HeldPlan::changes).orElse(List.of()));
        leaving.forEach(foreign -> named.add(new Decision.Revoke(foreign.subject(), foreign.group(), List.of())));
        heldPlans.approved(named, version, now);
        spaces.activate(space, answer.mode());
        leases.noticed(space);
        due.insist(Subject.wholeSpace(), now, "activated", now);
    }

    private static Stream<Decision.Foreign> byHand(Planned planned) {
        return planned.plan().only(Decision.Foreign.class).filter(foreign -> !foreign.pinned());
    }

    private static ReviewAnswer.InGroup place(Decision.Foreign foreign) {
        Membership membership = membership(foreign);
        return new ReviewAnswer.InGroup(membership.user(), membership.group());
    }

    private void adopt(Planned planned, Decision.Foreign foreign, Instant now) {
        Membership membership = membership(foreign);
        ledger.put(membership, Ownership.ADOPTED, planned.reasons(membership), 0, now);
    }

    /** Only a Salto user can be in a group. */
    private static Membership membership(Decision.Foreign foreign) {
        return switch (foreign.subject()) {
            case app.latchkey.sync.plan.Subject.SaltoUser known -> new Membership(known.user(), foreign.group());
            case app.latchkey.sync.plan.Subject.Newcomer newcomer ->
                throw new IllegalStateException("In a group without being a Salto user: " + newcomer);
        };
    }
}
