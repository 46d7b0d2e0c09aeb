package app.latchkey.sync.run;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.entitlement.PurchaseKind;
import app.latchkey.nexudus.CustomerFacts;
import app.latchkey.nexudus.Nexudus;
import app.latchkey.nexudus.Snapshot;
import app.latchkey.salto.GroupMember;
import app.latchkey.salto.SaltoKs;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.space.Spaces;
import app.latchkey.sync.RunKind;
import app.latchkey.sync.RunOutcome;
import app.latchkey.sync.Subject;
import app.latchkey.sync.Sync;
import app.latchkey.sync.plan.Decision;
import app.latchkey.sync.plan.LedgerRow;
import app.latchkey.sync.plan.Reading;
import app.latchkey.sync.work.Due;
import app.latchkey.sync.work.DueWork;
import app.latchkey.sync.work.Lease;
import app.latchkey.sync.work.Work.Served;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes Salto right for one customer, now: the run that a hook, a boundary or a person asks for. */
@Component
class CustomerRuns {

    private static final Duration LOOK_TWICE_AFTER = Duration.ofSeconds(20);

    private final Scopes scopes;
    private final Spaces spaces;
    private final Nexudus nexudus;
    private final SaltoKs salto;
    private final Snapshot seen;
    private final app.latchkey.salto.Snapshot observed;
    private final Situations situations;
    private final Entitled entitled;
    private final Absences absences;
    private final OpenIntents intents;
    private final Planning planning;
    private final Steps steps;
    private final Finish finish;
    private final Journal journal;
    private final Health health;
    private final DueWork due;
    private final Clock clock;

    CustomerRuns(
            Scopes scopes,
            Spaces spaces,
            Nexudus nexudus,
            SaltoKs salto,
            Snapshot seen,
            app.latchkey.salto.Snapshot observed,
            Situations situations,
            Entitled entitled,
            Absences absences,
            OpenIntents intents,
            Planning planning,
            Steps steps,
            Finish finish,
            Journal journal,
            Health health,
            DueWork due,
            Clock clock) {
        this.scopes = scopes;
        this.spaces = spaces;
        this.nexudus = nexudus;
        this.salto = salto;
        this.seen = seen;
        this.observed = observed;
        this.situations = situations;
        this.entitled = entitled;
        this.absences = absences;
        this.intents = intents;
        this.planning = planning;
        this.steps = steps;
        this.finish = finish;
        this.journal = journal;
        this.health = health;
        this.due = due;
        this.clock = clock;
    }

    Served run(Due row, CustomerId customer, Lease lease) {
        SpaceId space = row.space();
        if (!scopes.inSpace(space, () -> spaces.get(space).active())) {
            return beforeActivation(row, customer);
        }
        long number = scopes.inSpace(space, () -> journal.begin(RunKind.TARGETED, row, lease, clock.instant()));
        RunLog log = new RunLog(space, lease, number);
        try {
            return worked(row, customer, log);
        } catch (PartnerFailure failure) {
            return failed(row, log, failure);
        }
    }

    /** Keeps the facts of a review fresh, so that confirming it notices what has changed. */
    private Served beforeActivation(Due row, CustomerId customer) {
        try {
            CustomerFacts facts = nexudus.customer(row.space(), customer);
            scopes.inSpace(row.space(), () -> seen.replaceCustomer(facts));
        } catch (PartnerFailure failure) {
            return new Served.Again(Patience.after(failure, row.attempts(), clock.instant()));
        }
        return new Served.Done(Optional.empty());
    }

    private Served worked(Due row, CustomerId customer, RunLog log) {
        Facts facts = read(log.space(), customer);
        refreshGroups(log, facts, row.causes().contains(Sync.AT_THE_DOOR));
        Planned planned = scopes.inSpace(log.space(), () -> plan(log, facts));
        if (!planned.plan().isQuiet()) {
            refresh(log.space(), changed(planned));
            planned = scopes.inSpace(log.space(), () -> plan(log, facts));
        }
        List<Decision.Change> done = steps.apply(log, planned, Steps.Turn.always());
        return finished(row, customer, log, planned, done, facts);
    }

    /** All customers of the same Salto user, each read whole. */
    private record Facts(
            Set<CustomerId> persons,
            Set<PlatformUserId> users,
            boolean complete,
            Set<PurchaseKey> found,
            Set<PurchaseKey> cancelled) {}

    private Facts read(SpaceId space, CustomerId customer) {
        Set<CustomerId> read = new HashSet<>();
        boolean complete = true;
        Set<CustomerId> persons = Set.of(customer);
        Set<PlatformUserId> users = Set.of();
        while (!read.containsAll(persons)) {
            for (CustomerId person : persons) {
                if (read.add(person)) {
                    CustomerFacts facts = nexudus.customer(space, person);
                    complete &= facts.complete();
                    scopes.inSpace(space, () -> seen.replaceCustomer(facts));
                }
            }
            Set<CustomerId> known = Set.copyOf(read);
            Situation situation = scopes.inSpace(space, () -> situations.confirmed(space));
            users = situation.usersOf(known);
            persons = Stream.concat(known.stream(), situation.customersOf(users).stream())
                    .collect(Collectors.toUnmodifiableSet());
        }
        return lookUp(space, read, users, complete);
    }

    /** A booking that is suddenly missing is asked for by its id: the answer is certain, either way. */
    private Facts lookUp(SpaceId space, Set<CustomerId> persons, Set<PlatformUserId> users, boolean complete) {
        Set<PurchaseKey> found = new HashSet<>();
        Set<PurchaseKey> cancelled = new HashSet<>();
        Set<PurchaseKey> missing = scopes.inSpace(space, () -> missing(space, persons, users));
        for (PurchaseKey key : missing) {
            if (key.kind() == PurchaseKind.BOOKING) {
                Optional<Booking> booking = nexudus.booking(space, key.id());
                (booking.isPresent() ? found : cancelled).add(key);
                if (booking.isEmpty()) {
                    scopes.inSpace(space, () -> seen.forgetBooking(key.id()));
                }
            }
        }
        return new Facts(persons, users, complete, found, cancelled);
    }

    private Set<PurchaseKey> missing(SpaceId space, Set<CustomerId> persons, Set<PlatformUserId> users) {
        List<LedgerRow> rows = situations.asItIs(space).ledger().stream()
                .filter(row -> users.contains(row.membership().user()))
                .toList();
        return Wanted.missing(entitled.of(persons), rows, Wanted.keys(seen.purchasesOf(persons)));
    }

    /** Salto is asked anew about what we left open, and about everything when a person waits at a door. */
    private void refreshGroups(RunLog log, Facts facts, boolean atTheDoor) {
        Set<AccessGroupId> groups = scopes.inSpace(log.space(), () -> {
            Set<AccessGroupId> open = intents.before(log.number()).stream()
                    .filter(intent -> facts.users().contains(intent.membership().user()))
                    .map(intent -> intent.membership().group())
                    .collect(Collectors.toSet());
            boolean never =
                    observed.seenAt(app.latchkey.salto.SaltoSource.MEMBERS).isEmpty();
            Situation situation = situations.asItIs(log.space());
            if (never) {
                return situation.groupsOfInterest();
            }
            return atTheDoor ? theirs(situation, facts, open) : open;
        });
        refresh(log.space(), groups);
    }

    /** The groups that this person's doors are in, as far as Salto still has them. */
    private Set<AccessGroupId> theirs(Situation situation, Facts facts, Set<AccessGroupId> open) {
        Stream<AccessGroupId> wanted = entitled.of(facts.persons()).stream().map(Entitlement::group);
        Stream<AccessGroupId> known = situation.ledger().stream()
                .map(LedgerRow::membership)
                .filter(membership -> facts.users().contains(membership.user()))
                .map(membership -> membership.group());
        return Stream.of(wanted, known, open.stream())
                .flatMap(groups -> groups)
                .filter(situation.groups()::containsKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void refresh(SpaceId space, Set<AccessGroupId> groups) {
        if (groups.isEmpty()) {
            return;
        }
        Instant at = clock.instant();
        List<GroupMember> members = new ArrayList<>();
        groups.forEach(group -> members.addAll(salto.members(space, group)));
        scopes.inSpace(space, () -> observed.replaceMembers(groups, members, at));
    }

    private static Set<AccessGroupId> changed(Planned planned) {
        return planned.plan().changes().stream().map(Decision::group).collect(Collectors.toUnmodifiableSet());
    }

    private Planned plan(RunLog log, Facts facts) {
        Instant now = clock.instant();
        Situation situation = situations.asItIs(log.space());
        if (intents.settle(situation, log.number(), open -> facts.users().contains(open.user()), now)) {
            situation = situations.asItIs(log.space());
        }
        List<Purchase> purchases = seen.purchasesOf(facts.persons());
        Set<PurchaseKey> keys = new HashSet<>(Wanted.keys(purchases));
        keys.addAll(facts.found());
        List<Entitlement> stored = entitled.of(facts.persons());
        List<Entitlement> entitlements = new ArrayList<>(Wanted.of(situation, facts.persons(), purchases));
        entitlements.addAll(Wanted.still(stored, onceMissing(situation, facts, stored, keys, now)));
        entitled.replace(facts.persons(), entitlements);
        Reading reading = new Reading(
                facts.complete() ? EnumSet.allOf(PurchaseKind.class) : Set.of(),
                facts.complete(),
                true,
                keys,
                facts.cancelled());
        return planning.plan(situation, facts.persons(), facts.users(), entitlements, reading, now);
    }

    /** Missing, and not yet certain to be gone. */
    private Set<PurchaseKey> onceMissing(
            Situation situation, Facts facts, List<Entitlement> stored, Set<PurchaseKey> keys, Instant now) {
        List<LedgerRow> rows = situation.ledger().stream()
                .filter(row -> facts.users().contains(row.membership().user()))
                .toList();
        Set<PurchaseKey> missing = new HashSet<>(Wanted.missing(stored, rows, keys));
        missing.removeAll(facts.cancelled());
        if (!facts.complete()) {
            return missing;
        }
        Set<String> before = absences.lackedBefore(missing, now.minus(LOOK_TWICE_AFTER.dividedBy(2)));
        absences.lacked(missing, now);
        absences.settled(keys);
        return missing.stream().filter(key -> !before.contains(key.toString())).collect(Collectors.toUnmodifiableSet());
    }

    private Served finished(
            Due row, CustomerId customer, RunLog log, Planned planned, List<Decision.Change> done, Facts facts) {
        return scopes.inSpace(log.space(), () -> {
            Instant now = clock.instant();
            finish.record(log, planned, done, false, now);
            health.count(now);
            log.failure()
                    .ifPresentOrElse(
                            failure -> health.trouble(
                                    failure.category().name(), failure.why().partner(), failure.words(), now),
                            health::well);
            boolean anew = planned.railed().held().isPresent();
            if (anew) {
                due.add(Subject.wholeSpace(), now, "rails", now);
            }
            facts.persons().stream()
                    .filter(person -> !person.equals(customer))
                    .forEach(person -> Finish.boundary(planned, person, now)
                            .ifPresent(at -> due.add(Subject.customer(person), at, "boundary", now)));
            RunOutcome outcome = log.failed() == 0 ? RunOutcome.DONE : RunOutcome.PARTLY;
            journal.end(log, outcome, log.failure().map(PartnerFailure::words).orElse(null), "[]", now);
            return next(row, customer, log, planned, now);
        });
    }

    private Served next(Due row, CustomerId customer, RunLog log, Planned planned, Instant now) {
        if (log.failure().isPresent()) {
            return new Served.Again(Patience.after(log.failure().get(), row.attempts(), now));
        }
        Optional<Instant> boundary = Finish.boundary(planned, customer, now);
        boolean lookTwice = absences.waiting(planned.entitlements());
        Instant second = now.plus(LOOK_TWICE_AFTER);
        return new Served.Done(
                lookTwice ? Optional.of(boundary.filter(second::isAfter).orElse(second)) : boundary);
    }

    private Served failed(Due row, RunLog log, PartnerFailure failure) {
        return scopes.inSpace(log.space(), () -> {
            Instant now = clock.instant();
            health.trouble(failure.category().name(), failure.why().partner(), failure.words(), now);
            journal.end(log, RunOutcome.FAILED, failure.words(), "[]", now);
            return new Served.Again(Patience.after(failure, row.attempts(), now));
        });
    }
}
