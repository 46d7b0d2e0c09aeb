package app.latchkey.sync.run;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.salto.Credentials;
import app.latchkey.salto.SaltoUser;
import app.latchkey.salto.Snapshot;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Mode;
import app.latchkey.space.Scopes;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import app.latchkey.sync.CardState;
import app.latchkey.sync.RunKind;
import app.latchkey.sync.RunOutcome;
import app.latchkey.sync.plan.Tags;
import app.latchkey.sync.plan.Tags.Card;
import app.latchkey.sync.plan.Tags.Holder;
import app.latchkey.sync.plan.Tags.Plan;
import app.latchkey.sync.plan.Tags.State;
import app.latchkey.sync.work.Due;
import app.latchkey.sync.work.Lease;
import app.latchkey.sync.work.Work.Served;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Makes Salto's tags right: gives what Nexudus names, takes back what it names no more. Apart from all other runs, so that a tag that Salto refuses
 * holds up nobody's group membership.
 */
@Component
class TagRuns {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final int TRIES = 5;

    private final Scopes scopes;
    private final Spaces spaces;
    private final Credentials credentials;
    private final Snapshot observed;
    private final TagRows rows;
    private final TagWrites writes;
    private final Journal journal;
    private final Failed failed;
    private final Clock clock;

    TagRuns(
            Scopes scopes,
            Spaces spaces,
            Credentials credentials,
            Snapshot observed,
            TagRows rows,
            TagWrites writes,
            Journal journal,
            Failed failed,
            Clock clock) {
        this.scopes = scopes;
        this.spaces = spaces;
        this.credentials = credentials;
        this.observed = observed;
        this.rows = rows;
        this.writes = writes;
        this.journal = journal;
        this.failed = failed;
        this.clock = clock;
    }

    /** Present when it has to be done again soon. */
    Optional<Served> run(Due row, Lease lease) {
        SpaceId id = row.space();
        Space space = scopes.inSpace(id, () -> spaces.get(id));
        Plan plan = scopes.inSpace(id, this::plan);
        if (!credentials.takesTags() || space.decidedByNexudus()) {
            scopes.inSpace(id, () -> rows.stand(byHand(plan), clock.instant()));
            return Optional.empty();
        }
        scopes.inSpace(id, () -> {
            plan.confirmed().forEach(one -> rows.confirm(one.number()));
            plan.gone().forEach(one -> rows.forget(one.number()));
            rows.stand(plan.states(), clock.instant());
        });
        return isNothingToDo(plan, space) ? Optional.empty() : again(begun(row, lease, space, plan));
    }

    private boolean isNothingToDo(Plan plan, Space space) {
        return !space.writesFreely(clock.instant())
                || plan.give().isEmpty() && (plan.take().isEmpty() || space.mode() != Mode.FULL);
    }

    private static Optional<Served> again(Served served) {
        return served instanceof Served.Again ? Optional.of(served) : Optional.empty();
    }

    private Plan plan() {
        return Tags.plan(
                rows.cards(), observed.users().stream().map(TagRuns::holder).toList(), rows.ours());
    }

    private static Holder holder(SaltoUser user) {
        return new Holder(user.platformUser(), user.name(), user.tagNumber(), user.isPrivileged());
    }

    /** What stands in the way of a card stands in it by hand as well. */
    private static Map<Card, State> byHand(Plan plan) {
        Map<Card, State> states = new HashMap<>(plan.states());
        plan.give().forEach(card -> states.put(card, new State(CardState.BY_HAND, "")));
        return states;
    }

    private Served begun(Due row, Lease lease, Space space, Plan plan) {
        long number = scopes.inSpace(space.id(), () -> journal.begin(RunKind.KEYS, row, lease, clock.instant()));
        RunLog log = new RunLog(space.id(), lease, number);
        return failed.otherwise(row, log, () -> worked(row, log, space, plan));
    }

    /** What is free is given first; what has to be taken before it can be given comes last, and only once that is certain. */
    private Served worked(Due row, RunLog log, Space space, Plan plan) {
        Map<Card, State> states = new HashMap<>(plan.states());
        plan.give().stream()
                .filter(card -> !isBeingMoved(plan, card))
                .forEach(card -> states.put(card, given(log, card, plan)));
        if (space.mode() == Mode.FULL) {
            plan.take().forEach(ours -> otherwise(log, false, () -> writes.take(log, ours)));
        }
        plan.give().stream()
                .filter(card -> isBeingMoved(plan, card))
                .forEach(card -> states.put(card, given(log, card, plan)));
        return scopes.inSpace(log.space(), () -> ended(row, log, states));
    }

    private static boolean isBeingMoved(Plan plan, Card card) {
        return before(plan, card).state() == CardState.BEING_MOVED;
    }

    private static State before(Plan plan, Card card) {
        return plan.states().getOrDefault(card, new State(CardState.ON_ITS_WAY, ""));
    }

    private State given(RunLog log, Card card, Plan plan) {
        return otherwise(log, before(plan, card), () -> writes.give(log, card));
    }

    /** Nothing more is asked of a partner who is away; one card's trouble is not the next one's. */
    private static <T> T otherwise(RunLog log, T untouched, Supplier<T> deed) {
        boolean isAway = log.failure()
                .filter(failure -> failure.againHelps() && !failure.is(Category.NOT_READY))
                .isPresent();
        if (isAway) {
            return untouched;
        }
        try {
            return deed.get();
        } catch (PartnerFailure failure) {
            log.countFailed(failure);
            return untouched;
        }
    }

    private Served ended(Due row, RunLog log, Map<Card, State> states) {
        Instant now = clock.instant();
        rows.stand(states, now);
        String trouble = log.failure().map(PartnerFailure::words).orElse(null);
        journal.end(log, log.failed() == 0 ? RunOutcome.DONE : RunOutcome.PARTLY, trouble, "[]", now);
        boolean isWorthIt = log.failure().filter(PartnerFailure::againHelps).isPresent() && row.attempts() < TRIES;
        return isWorthIt
                ? new Served.Again(now.plus(SOON.multipliedBy(1L + row.attempts())))
                : new Served.Done(Optional.empty());
    }
}
