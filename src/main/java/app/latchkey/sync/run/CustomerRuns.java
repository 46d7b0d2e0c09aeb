package app.latchkey.sync.run;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.nexudus.CustomerFacts;
import app.latchkey.nexudus.Nexudus;
import app.latchkey.nexudus.Snapshot;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import app.latchkey.sync.RunKind;
import app.latchkey.sync.RunOutcome;
import app.latchkey.sync.Subject;
import app.latchkey.sync.Sync;
import app.latchkey.sync.plan.Decision;
import app.latchkey.sync.plan.HoldReason;
import app.latchkey.sync.plan.Seats;
import app.latchkey.sync.work.Causes;
import app.latchkey.sync.work.Due;
import app.latchkey.sync.work.DueWork;
import app.latchkey.sync.work.Lease;
import app.latchkey.sync.work.Work.Served;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes Salto right for one customer, now: the run that a hook, a boundary or a person asks for. */
@Component
class CustomerRuns {

    /** By a person, who sees what people open with. */
    private static final Set<String> ASKED = Set.of(Sync.AT_THE_DOOR, Sync.BY_OPERATOR);

    private final Scopes scopes;
    private final Spaces spaces;
    private final Nexudus nexudus;
    private final Snapshot seen;
    private final PersonReads reads;
    private final PersonPlans plans;
    private final Neighbourhood neighbourhood;
    private final Absences absences;
    private final Steps steps;
    private final KeyReads keys;
    private final Finish finish;
    private final Journal journal;
    private final Health health;
    private final Failed failed;
    private final DueWork due;
    private final Clock clock;

    CustomerRuns(
            Scopes scopes,
            Spaces spaces,
            Nexudus nexudus,
            Snapshot seen,
            PersonReads reads,
            PersonPlans plans,
            Neighbourhood neighbourhood,
            Absences absences,
            Steps steps,
            KeyReads keys,
            Finish finish,
            Journal journal,
            Health health,
            Failed failed,
            DueWork due,
            Clock clock) {
        this.scopes = scopes;
        this.spaces = spaces;
        this.nexudus = nexudus;
        this.seen = seen;
        this.reads = reads;
        this.plans = plans;
        this.neighbourhood = neighbourhood;
        this.absences = absences;
        this.steps = steps;
        this.keys = keys;
        this.finish = finish;
        this.journal = journal;
        this.health = health;
        this.failed = failed;
        this.due = due;
        this.clock = clock;
    }

    Served run(Due row, CustomerId customer, Lease lease) {
        SpaceId space = row.space();
        Space known = scopes.inSpace(space, () -> spaces.get(space));
        if (!known.active()) {
            return beforeActivation(row, customer);
        }
        if (known.gap().filter(gap -> !gap.asked()).isPresent()) {
            return theWholeSpaceFirst(row);
        }
        long number = scopes.inSpace(space, () -> journal.begin(RunKind.TARGETED, row, lease, clock.instant()));
        RunLog log = new RunLog(space, lease, number);
        return failed.otherwise(row, log, () -> worked(row, customer, log));
    }

    /** What was by hand before is compared with what Salto shows now: nothing is recorded in between. */
    private Served theWholeSpaceFirst(Due row) {
        Instant now = clock.instant();
        scopes.inSpace(row.space(), () -> due.add(Subject.wholeSpace(), now, "gap", now));
        return new Served.Done(Optional.empty());
    }

    /** Keeps the facts of a review fresh, so that confirming it notices what has changed. */
    private Served beforeActivation(Due row, CustomerId customer) {
        try {
            CustomerFacts facts = nexudus.customer(row.space(), customer);
            scopes.inSpace(row.space(), () -> seen.replaceCustomer(facts));
        } catch (PartnerFailure failure) {
            return Failed.afterwards(row, failure, clock.instant());
        }
        return new Served.Done(Optional.empty());
    }

    private Served worked(Due row, CustomerId customer, RunLog log) {
        PersonRead read = reads.nexudus(log.space(), customer);
        reads.salto(log, read, row.causes().contains(Sync.AT_THE_DOOR));
        Looked looked = plan(log, read);
        Planned planned = looked.planned();
        List<Decision.Change> done = steps.apply(log, planned, Turn.asLongAs(() -> isAsBefore(planned)));
        if (row.causes().stream().anyMatch(ASKED::contains)) {
            keys.look(log.space(), read.users());
        }
        return finished(row, customer, log, planned, done, looked.read());
    }

    private record Looked(PersonRead read, Planned planned) {}

    /** Who changes something looks first; what is seen may lead to another change, for which the same holds. */
    private Looked plan(RunLog log, PersonRead first) {
        PersonRead read = first;
        Set<AccessGroupId> looked = new HashSet<>();
        boolean counted = false;
        while (true) {
            PersonRead known = read;
            Planned planned = scopes.inSpace(log.space(), () -> plans.plan(log, known));
            Set<PurchaseKey> remembered = read.onlyRemembered(planned.plan());
            if (!remembered.isEmpty()) {
                read = reads.bookings(log.space(), read, remembered);
                continue;
            }
            Set<AccessGroupId> unseen = new HashSet<>(changed(planned));
            unseen.removeAll(looked);
            boolean count = !counted && Seats.matter(planned.plan());
            if (unseen.isEmpty() && !count) {
                return new Looked(read, planned);
            }
            reads.salto(log.space(), unseen);
            looked.addAll(unseen);
            if (count) {
                reads.seats(log.space());
                counted = true;
            }
        }
    }

    /** Somebody may have paused or frozen the space since. */
    private boolean isAsBefore(Planned planned) {
        Space before = planned.situation().space();
        return scopes.inSpace(before.id(), () -> spaces.get(before.id())).allowsTheSameAs(before);
    }

    private static Set<AccessGroupId> changed(Planned planned) {
        return planned.plan().changes().stream().map(Decision::group).collect(Collectors.toUnmodifiableSet());
    }

    private Served finished(
            Due row, CustomerId customer, RunLog log, Planned planned, List<Decision.Change> done, PersonRead read) {
        return scopes.inSpace(log.space(), () -> {
            Instant now = clock.instant();
            finish.record(log, planned, done, false, now);
            health.count(now);
            log.failure()
                    .ifPresentOrElse(
                            failure -> health.trouble(
                                    failure.category().name(), failure.why().partner(), failure.words(), now),
                            health::answered);
            neighbourhood.tell(row, planned, read, now);
            if (planned.railed().held().isPresent() && !isAskedByAFullRun(row)) {
                due.add(Subject.wholeSpace(), now, "rails", now);
            }
            if (finish.seatsAreLeftFor(planned)) {
                due.add(Subject.wholeSpace(), now, "seats", now);
            }
            read.persons().stream()
                    .filter(person -> !person.equals(customer))
                    .forEach(person -> Finish.boundary(planned, person, now)
                            .ifPresent(at ->
                                    due.add(Subject.customer(person), at, Finish.cause(planned, person, at), now)));
            RunOutcome outcome = log.failed() == 0 ? RunOutcome.DONE : RunOutcome.PARTLY;
            journal.end(log, outcome, log.failure().map(PartnerFailure::words).orElse(null), "[]", now);
            return isHeldBackBy(read, planned)
                    ? new Served.Again(Patience.after(row.attempts(), now))
                    : next(row, customer, log, planned, now);
        });
    }

    /** What such a run has to hold is asked by the next full run in its time: one must not call for the other without end. */
    private static boolean isAskedByAFullRun(Due row) {
        return row.causes().equals(List.of(Causes.MISSING));
    }

    /** Somebody waits at a door for what a reading that broke off did not show. */
    private static boolean isHeldBackBy(PersonRead read, Planned planned) {
        return !read.unseen().isEmpty()
                && planned.plan().decisions().stream()
                        .anyMatch(decision ->
                                decision instanceof Decision.Hold hold && hold.reason() == HoldReason.PURCHASE_DOUBTED);
    }

    private Served next(Due row, CustomerId customer, RunLog log, Planned planned, Instant now) {
        if (log.failure().isPresent()) {
            return new Served.Again(Patience.after(log.failure().get(), row.attempts(), now));
        }
        Optional<Instant> boundary = Finish.boundary(planned, customer, now);
        Instant second = now.plus(PersonPlans.LOOK_TWICE_AFTER);
        if (absences.waiting(planned.entitlements())
                && boundary.filter(second::isAfter).isEmpty()) {
            return new Served.Done(Optional.of(second), Causes.SECOND_LOOK);
        }
        return new Served.Done(
                boundary,
                boundary.map(at -> Finish.cause(planned, customer, at)).orElse(Causes.PERIOD));
    }
}
