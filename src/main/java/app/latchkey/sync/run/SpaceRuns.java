package app.latchkey.sync.run;

import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.entitlement.PurchaseKind;
import app.latchkey.nexudus.FullRead;
import app.latchkey.nexudus.Snapshot;
import app.latchkey.nexudus.Source;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Mode;
import app.latchkey.space.Scopes;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import app.latchkey.sync.RunKind;
import app.latchkey.sync.RunOutcome;
import app.latchkey.sync.Subject;
import app.latchkey.sync.plan.Decision;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.plan.Reading;
import app.latchkey.sync.work.Causes;
import app.latchkey.sync.work.Due;
import app.latchkey.sync.work.DueWork;
import app.latchkey.sync.work.Lease;
import app.latchkey.sync.work.Work.Between;
import app.latchkey.sync.work.Work.Served;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads everything, plans everybody, and makes Salto right: what finds whatever hooks and boundaries have missed. */
@Component
class SpaceRuns {

    /** What may be so of one record, although Nexudus has just shown all its lists. */
    private static final Set<Category> OF_ONE_RECORD =
            EnumSet.of(Category.RECORD_UNREADABLE, Category.UNREADABLE, Category.SILENT);

    private final Scopes scopes;
    private final Spaces spaces;
    private final Reads reads;
    private final Snapshot seen;
    private final Situations situations;
    private final Entitled entitled;
    private final Absences absences;
    private final OpenIntents intents;
    private final Comparing comparing;
    private final Planning planning;
    private final Steps steps;
    private final IdleSeats idleSeats;
    private final Finish finish;
    private final HeldPlans heldPlans;
    private final Journal journal;
    private final Retention retention;
    private final Health health;
    private final Failed failed;
    private final DueWork due;
    private final JsonText json;
    private final Clock clock;
    private final Periods periods;

    SpaceRuns(
            Scopes scopes,
            Spaces spaces,
            Reads reads,
            Snapshot seen,
            Situations situations,
            Entitled entitled,
            Absences absences,
            OpenIntents intents,
            Comparing comparing,
            Planning planning,
            Steps steps,
            IdleSeats idleSeats,
            Finish finish,
            HeldPlans heldPlans,
            Journal journal,
            Retention retention,
            Health health,
            Failed failed,
            DueWork due,
            JsonText json,
            Clock clock,
            Periods periods) {
        this.scopes = scopes;
        this.spaces = spaces;
        this.reads = reads;
        this.seen = seen;
        this.situations = situations;
        this.entitled = entitled;
        this.absences = absences;
        this.intents = intents;
        this.comparing = comparing;
        this.planning = planning;
        this.steps = steps;
        this.idleSeats = idleSeats;
        this.finish = finish;
        this.heldPlans = heldPlans;
        this.journal = journal;
        this.retention = retention;
        this.health = health;
        this.failed = failed;
        this.due = due;
        this.json = json;
        this.clock = clock;
        this.periods = periods;
    }

    Served run(Due row, Lease lease, Between between) {
        SpaceId space = row.space();
        Instant started = clock.instant();
        long number = scopes.inSpace(space, () -> {
            due.foresee(Subject.changes(), started.plus(periods.changes()), Causes.PERIOD, started);
            due.foresee(Subject.members(), started.plus(periods.members()), Causes.PERIOD, started);
            due.foresee(Subject.doors(), started.plus(periods.doors()), Causes.PERIOD, started);
            due.foresee(Subject.keys(), started.plus(periods.keys()), Causes.PERIOD, started);
            return journal.begin(RunKind.FULL, row, lease, started);
        });
        RunLog log = new RunLog(space, lease, number);
        return failed.otherwise(row, log, () -> worked(row, log, between, started));
    }

    private Served worked(Due row, RunLog log, Between between, Instant started) {
        SpaceId space = log.space();
        Meanwhile meanwhile = new Meanwhile(between, () -> scopes.inSpace(space, () -> spaces.get(space)), clock);
        FullRead read = reads.nexudus(space, (source, soFar, total) -> meanwhile.serve());
        Set<CustomerId> newer = knownBetter(space, read, meanwhile);
        Set<CustomerId> unread = again(space, newer);
        reads.salto(space, (soFar, total) -> meanwhile.serve());
        Planned planned = scopes.inSpace(space, () -> plan(log, read));
        Turn turn = meanwhile.since(planned, unread);
        meanwhile.givesNothing(scopes.inSpace(space, () -> {
            Set<CustomerId> unseen = new HashSet<>(lookedAtAlone(read, planned, newer));
            unseen.addAll(restingOn(unread, planned));
            return unseen;
        }));
        List<Decision.Change> done = steps.apply(log, planned, turn);
        if (read.isComplete()) {
            idleSeats.free(log, planned, turn);
        }
        Planned rest = meanwhile.rest(planned);
        return scopes.inSpace(
                space,
                () -> finished(row, log, read, rest, rest == planned && planned.isAboutEverybody(), done, started));
    }

    /** Of whom there is newer word: who was served meanwhile, also by the run that this reading goes on for. */
    private Set<CustomerId> knownBetter(SpaceId space, FullRead read, Meanwhile meanwhile) {
        Set<CustomerId> newer = new HashSet<>(meanwhile.served());
        newer.addAll(scopes.inSpace(space, () -> seen.customersReadAfter(read.startedAt())));
        return newer;
    }

    /**
     * @return whom Nexudus did not show again: all others are not to wait for a single record that cannot be read, and of him this run has nothing to
     *     say
     */
    private Set<CustomerId> again(SpaceId space, Set<CustomerId> newer) {
        Set<CustomerId> unread = new HashSet<>();
        for (CustomerId customer : newer) {
            try {
                reads.again(space, Set.of(customer));
            } catch (PartnerFailure failure) {
                if (!OF_ONE_RECORD.contains(failure.category())) {
                    throw failure;
                }
                unread.add(customer);
            }
        }
        scopes.inSpace(space, () -> lookAt(unread, clock.instant()));
        return unread;
    }

    private Planned plan(RunLog log, FullRead read) {
        Instant now = clock.instant();
        Situation situation = situations.confirmed(log.space());
        if (intents.settle(situation, log.number(), _ -> true, now)) {
            situation = situations.asItIs(log.space());
        }
        Entitled.Stored recorded = entitled.all();
        planning.setAside(recorded.unreadable());
        Set<CustomerId> persons = situation.besides(recorded.unreadable());
        Set<PurchaseKey> keys = Wanted.keys(seen.allPurchases());
        List<Entitlement> stored = recorded.of(persons);
        List<Entitlement> entitlements = new ArrayList<>(Wanted.of(situation, persons, seen.allPurchases()));
        Set<PurchaseKey> missing = new HashSet<>(Wanted.missing(stored, situation.ledger(), keys, now));
        Set<PurchaseKey> takenBack = Wanted.takenBack(missing);
        missing.removeAll(takenBack);
        Set<PurchaseKey> believed = onceMissing(missing, read, stored, keys, now);
        entitlements.addAll(Wanted.still(stored, believed));
        entitled.replaceAll(stored, entitlements);
        boolean customersCertain = Sources.isComplete(read, Source.CUSTOMERS) && !someAreMissing(situation, now);
        Reading reading = new Reading(
                Sources.complete(read), customersCertain, true, keys, takenBack, absences.doubted(believed));
        Set<PlatformUserId> users = new HashSet<>(everybody(situation));
        users.removeAll(situation.usersOf(recorded.unreadable()));
        Situation known = comparing.since(situation, persons, users, entitlements, reading, read.isComplete(), now);
        return planning.plan(known, persons, users, entitlements, reading, now);
    }

    /** A customer who is suddenly missing is read by his id before anything follows from it. */
    private boolean someAreMissing(Situation situation, Instant now) {
        Set<CustomerId> missing = situation.ledger().stream()
                .flatMap(row -> row.reasons().stream())
                .map(Entitlement::customer)
                .filter(customer -> !situation.customers().containsKey(customer))
                .collect(Collectors.toCollection(HashSet::new));
        missing.removeAll(seen.gone(missing));
        lookAt(missing, now);
        return !missing.isEmpty();
    }

    /**
     * A customer whom a list that broke off did not show may have been suspended, a booking that it did not show may have been shortened: before
     * anybody gets something by that he is read by his id.
     */
    private Set<CustomerId> lookedAtAlone(FullRead read, Planned planned, Set<CustomerId> newer) {
        if (read.isComplete()) {
            return Set.of();
        }
        Shown shown = Shown.by(read);
        Set<CustomerId> unseen = planned.plan().grants().stream()
                .flatMap(grant -> planned.customersOf(grant.subject()).stream()
                        .filter(customer -> !shown.customer(customer) || !shown.reasonOf(grant)))
                .collect(Collectors.toCollection(HashSet::new));
        unseen.removeAll(newer);
        lookAt(unseen, clock.instant());
        return unseen;
    }

    /** What is known of the purchases of whoever could not be read again may be older than his last word, and others come in by them as well. */
    private Set<CustomerId> restingOn(Set<CustomerId> unread, Planned planned) {
        Set<PurchaseKey> doubtful = unread.isEmpty() ? Set.of() : Wanted.keys(seen.purchasesOf(unread));
        Set<CustomerId> resting = planned.plan().grants().stream()
                .filter(grant -> Wanted.restsOnlyOn(grant.because(), doubtful))
                .flatMap(grant -> planned.customersOf(grant.subject()).stream())
                .collect(Collectors.toUnmodifiableSet());
        lookAt(resting, clock.instant());
        return resting;
    }

    /** Each by himself: what this reading does not settle of them. */
    private void lookAt(Set<CustomerId> customers, Instant now) {
        customers.forEach(customer -> due.add(Subject.customer(customer), now, Causes.MISSING, now));
    }

    static Set<PlatformUserId> everybody(Situation situation) {
        Stream<PlatformUserId> inGroups = situation.members().keySet().stream().map(Membership::user);
        Stream<PlatformUserId> inLedger =
                situation.ledger().stream().map(row -> row.membership().user());
        Stream<PlatformUserId> linked = situation.links().values().stream().flatMap(link -> link.linkedUser().stream());
        return Stream.of(inGroups, inLedger, linked)
                .flatMap(Function.identity())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Missing once: believed, and looked at closely at once. */
    private Set<PurchaseKey> onceMissing(
            Set<PurchaseKey> missing, FullRead read, List<Entitlement> stored, Set<PurchaseKey> keys, Instant now) {
        Set<PurchaseKind> complete = Sources.complete(read);
        Set<PurchaseKey> certain =
                missing.stream().filter(key -> complete.contains(key.kind())).collect(Collectors.toSet());
        Set<String> before = absences.lackedBefore(certain, read.startedAt());
        absences.lacked(certain, now);
        absences.settled(keys);
        Set<PurchaseKey> believed = new HashSet<>(missing);
        believed.removeIf(key -> before.contains(key.toString()));
        lookAt(
                Wanted.still(stored, believed).stream()
                        .map(Entitlement::customer)
                        .collect(Collectors.toUnmodifiableSet()),
                now);
        return believed;
    }

    private Served finished(
            Due row,
            RunLog log,
            FullRead read,
            Planned planned,
            boolean everybody,
            List<Decision.Change> done,
            Instant started) {
        Instant now = clock.instant();
        finish.record(log, planned, done, everybody, now);
        heldPlans.only(planned, log.number(), now);
        boundaries(planned, now);
        health.count(now);
        Optional<String> trouble = trouble(log, read, started, now);
        RunOutcome outcome = trouble.isEmpty() && log.failed() == 0 ? RunOutcome.DONE : RunOutcome.PARTLY;
        Space space = planned.situation().space();
        if (outcome == RunOutcome.DONE && space.mode() == Mode.WATCH) {
            health.agreement(now.atZone(space.zone()).toLocalDate());
        }
        journal.end(log, outcome, trouble.orElse(null), json.write(Sources.progress(read)), now);
        retention.sweep(now);
        if (outcome == RunOutcome.DONE) {
            return new Served.Done(Optional.of(next(space, now)));
        }
        return new Served.Again(log.failure()
                .map(failure -> Patience.after(failure, row.attempts(), now))
                .orElseGet(() -> Patience.after(row.attempts(), now)));
    }

    /** A freeze lapses by itself: what it held is done then. */
    private Instant next(Space space, Instant now) {
        Instant period = now.plus(periods.full());
        return Optional.ofNullable(space.frozenUntil())
                .filter(until -> until.isAfter(now) && until.isBefore(period))
                .orElse(period);
    }

    private Optional<String> trouble(RunLog log, FullRead read, Instant started, Instant now) {
        if (log.failure().isPresent()) {
            PartnerFailure failure = log.failure().get();
            health.trouble(failure.category().name(), failure.why().partner(), failure.words(), now);
            return Optional.of(failure.words());
        }
        if (!read.isComplete()) {
            String words = read.sources().values().stream()
                    .flatMap(source -> source.trouble().stream())
                    .findFirst()
                    .orElse("Nexudus was not read to the end");
            health.trouble(Category.UNREADABLE.name(), Partner.NEXUDUS, words, now);
            return Optional.of(words);
        }
        health.well();
        health.complete(started);
        return Optional.empty();
    }

    private void boundaries(Planned planned, Instant now) {
        planned.byCustomer()
                .keySet()
                .forEach(customer -> Finish.boundary(planned, customer, now)
                        .ifPresent(at ->
                                due.foresee(Subject.customer(customer), at, Finish.cause(planned, customer, at), now)));
    }
}
