package app.latchkey.sync.run;

import app.latchkey.audit.Audit;
import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.Gift;
import app.latchkey.entitlement.Matches;
import app.latchkey.matching.MatchingInMemory;
import app.latchkey.nexudus.Nexudus;
import app.latchkey.nexudus.NexudusInMemory;
import app.latchkey.people.LinkState;
import app.latchkey.people.People;
import app.latchkey.people.PeopleInMemory;
import app.latchkey.salto.NoCredentials;
import app.latchkey.salto.SaltoInMemory;
import app.latchkey.salto.SaltoKs;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.simulation.Memory;
import app.latchkey.space.Scopes;
import app.latchkey.space.Space;
import app.latchkey.space.SpacesInMemory;
import app.latchkey.sync.RunChangeRow;
import app.latchkey.sync.Subject;
import app.latchkey.sync.plan.LedgerRow;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.plan.Ownership;
import app.latchkey.sync.work.Due;
import app.latchkey.sync.work.DueWork;
import app.latchkey.sync.work.Lease;
import app.latchkey.sync.work.LeaseLost;
import app.latchkey.sync.work.Work;
import app.latchkey.sync.work.WorkInMemory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The product's own runs, wired to tables in memory and to whatever plays the partners. Nothing is decided here. */
public final class EngineInMemory {

    private static final Periods PERIODS = new Periods(
            Duration.ofMinutes(20),
            Duration.ofMinutes(30),
            Duration.ofMinutes(20),
            Duration.ofMinutes(60),
            Duration.ofMinutes(60));

    /** The space is set up already. */
    @SuppressWarnings("NullAway")
    private static final Reviews NOBODY_REVIEWS = null;

    /** And it stays. */
    @SuppressWarnings("NullAway")
    private static final LeaveRuns NOBODY_LEAVES = null;

    /** And it always knows what happened. */
    @SuppressWarnings("NullAway")
    private static final Audit NOBODY_KEEPS_A_RECORD = null;

    /** And nobody has a card. */
    @SuppressWarnings("NullAway")
    private static final TagWrites NOTHING_ABOUT_TAGS = null;

    private final Scopes scopes;
    private final SpacesInMemory spaces;
    private final Clock clock;
    private final MatchingInMemory matching;
    private final People people;
    private final RowsInMemory.Ledgers ledger;
    private final app.latchkey.salto.Snapshot observed;
    private final RowsInMemory.Entitlements entitled;
    private final RowsInMemory.Runs journal;
    private final DisputesInMemory disputes;
    private final RowsInMemory.Approvals held;
    private final RowsInMemory.Given gifts;
    private final WorkInMemory work;
    private final Consumer<SpaceId> turns;
    private @Nullable RuntimeException surprise;

    /** @param flaw what is wrong with this engine, to see whether anybody notices */
    public EngineInMemory(
            Memory memory,
            Clock clock,
            Clock database,
            Collection<Space> served,
            Nexudus nexudus,
            SaltoKs site,
            Flaw flaw) {
        SaltoKs salto = flaw.salto(site);
        this.clock = clock;
        this.spaces = new SpacesInMemory(memory, clock, served);
        this.scopes = spaces.scopes();
        this.matching = new MatchingInMemory(scopes, clock);
        this.people = PeopleInMemory.people(memory, scopes, clock);
        this.ledger = new RowsInMemory.Ledgers(memory);
        this.entitled = new RowsInMemory.Entitlements(memory);
        this.journal = new RowsInMemory.Runs(memory);
        this.held = new RowsInMemory.Approvals(memory);
        this.gifts = new RowsInMemory.Given(memory);
        this.work = new WorkInMemory(memory, scopes, clock, database, () -> flaw == Flaw.FORGETS_WHAT_COMES_IN);
        app.latchkey.nexudus.Snapshot seen = NexudusInMemory.snapshot(memory, clock);
        this.observed = SaltoInMemory.snapshot(memory);
        Circles circles = new RowsInMemory.Around(seen, observed, people, ledger);
        Situations situations = new Situations(
                spaces.spaces(),
                matching.matching(),
                people,
                seen,
                observed,
                circles,
                ledger,
                gifts,
                spaces.directory());
        Absences absences = new RowsInMemory.Missing(memory, flaw == Flaw.LOOKS_ONLY_ONCE);
        RowsInMemory.Verdicts standings = new RowsInMemory.Verdicts(memory);
        RailHistory rails =
                new RowsInMemory.Forecasts(memory, journal, held, standings, observed, flaw == Flaw.HAS_NO_RAILS);
        Health health = new RowsInMemory.NoBoard();
        OpenIntents intents = flaw.intents(journal, ledger);
        this.disputes = new DisputesInMemory(memory, journal);
        Planning planning = flaw.planning(rails, observed, standings, disputes);
        Deeds deeds = new Deeds(scopes, work.leases(), journal, clock);
        SaltoWrites writes = new SaltoWrites(scopes, salto, observed, clock);
        Steps steps = new Steps(deeds, writes, salto, ledger, observed, people, work.due(), clock);
        Finish finish = new Finish(ledger, standings, journal, rails, observed, disputes);
        Failed failed = new Failed(scopes, journal, health, clock);
        Neighbourhood neighbourhood = new Neighbourhood(seen, entitled, work.due());
        Hints hints = new Hints(work.due(), health);
        Namesakes namesakes = new Namesakes(seen, circles, work.due(), clock);
        Intake intake = new Intake(seen, matching.matching(), situations, neighbourhood, entitled, clock);
        OptionReads options = new OptionReads(scopes, spaces.spaces(), nexudus, seen);
        PersonReads personReads = new PersonReads(
                scopes,
                nexudus,
                options,
                salto,
                seen,
                intake,
                observed,
                situations,
                entitled,
                intents,
                namesakes,
                new NewCards(seen, work.due(), clock),
                clock);
        PersonPlans personPlans =
                new PersonPlans(neighbourhood, situations, entitled, absences, intents, planning, clock);
        KeyReads keys = new NothingAboutKeys(scopes, salto, observed, work.due(), clock);
        CustomerRuns customers = new CustomerRuns(
                scopes,
                spaces.spaces(),
                nexudus,
                seen,
                personReads,
                personPlans,
                neighbourhood,
                absences,
                steps,
                keys,
                finish,
                journal,
                health,
                failed,
                work.due(),
                clock);
        GapLines lines = new GapLines(Memory.noDatabase(), new JsonText());
        Reads reads = new Reads(
                scopes,
                options,
                nexudus,
                new EmptyLists(scopes, nexudus, entitled, clock),
                salto,
                intake,
                observed,
                situations,
                intents,
                clock);
        SpaceRuns everything = new SpaceRuns(
                scopes,
                spaces.spaces(),
                reads,
                seen,
                situations,
                entitled,
                absences,
                intents,
                new Comparing(spaces.spaces(), spaces.gaps(), lines, planning, NOBODY_KEEPS_A_RECORD),
                planning,
                steps,
                new SeatsStay(scopes, salto, observed, deeds, clock),
                finish,
                held,
                journal,
                new RowsInMemory.Forever(),
                health,
                failed,
                work.due(),
                new JsonText(),
                clock,
                PERIODS);
        ChangeReads changes = new ChangeReads(
                scopes, nexudus, options, seen, new RowsInMemory.Asked(memory), hints, PERIODS, spaces.spaces(), clock);
        MemberReads members = new MemberReads(
                scopes,
                salto,
                observed,
                matching.matching(),
                ledger,
                circles,
                standings,
                hints,
                work.due(),
                PERIODS,
                clock);
        SpaceWork subjects = new SpaceWork(
                scopes,
                spaces.spaces(),
                customers,
                everything,
                changes,
                members,
                new NothingAtTheDoors(scopes, salto, observed, hints, clock),
                new NobodyHasACard(scopes, spaces, observed, journal, failed, clock),
                keys,
                new TeamReads(scopes, options, nexudus, seen, hints, clock),
                NOBODY_REVIEWS,
                NOBODY_LEAVES,
                new GapWatch(scopes, spaces.spaces(), spaces.gaps(), lines, work.leases(), work.due(), "", clock),
                work.due(),
                clock);
        this.turns = work.turns((row, lease, between) -> served(subjects, row, lease, between), "this node");
    }

    /** Idle seats are not given back here: who has one changes nothing in who is in a group. */
    private static final class SeatsStay extends IdleSeats {

        SeatsStay(Scopes scopes, SaltoKs salto, app.latchkey.salto.Snapshot observed, Deeds deeds, Clock clock) {
            super(scopes, Memory.noDatabase(), salto, observed, deeds, clock);
        }

        @Override
        void free(RunLog log, Planned planned, Turn turn) {}
    }

    /** What happened at the doors changes nothing in Salto. */
    private static final class NothingAtTheDoors extends DoorReads {

        NothingAtTheDoors(
                Scopes scopes, SaltoKs salto, app.latchkey.salto.Snapshot observed, Hints hints, Clock clock) {
            DoorEventRows rows = new DoorEventRows(Memory.noDatabase());
            super(scopes, salto, rows, new DoorJudge(rows, observed), hints, PERIODS, clock);
        }

        @Override
        Work.Served read(Due row) {
            return new Work.Served.Done(Optional.empty());
        }
    }

    private static final class NobodyHasACard extends TagRuns {

        NobodyHasACard(
                Scopes scopes,
                SpacesInMemory spaces,
                app.latchkey.salto.Snapshot observed,
                Journal journal,
                Failed failed,
                Clock clock) {
            TagRows rows = new TagRows(Memory.noDatabase());
            super(
                    scopes,
                    spaces.spaces(),
                    new NoCredentials(),
                    observed,
                    rows,
                    NOTHING_ABOUT_TAGS,
                    journal,
                    failed,
                    clock);
        }

        @Override
        Optional<Work.Served> run(Due row, Lease lease) {
            return Optional.empty();
        }
    }

    /** What people open with changes nothing in who is in a group. */
    private static final class NothingAboutKeys extends KeyReads {

        NothingAboutKeys(Scopes scopes, SaltoKs salto, app.latchkey.salto.Snapshot observed, DueWork due, Clock clock) {
            super(scopes, salto, new NoCredentials(), observed, new KeyRows(Memory.noDatabase()), due, PERIODS, clock);
        }

        @Override
        Work.Served read(Due row, Work.Between between) {
            return new Work.Served.Done(Optional.empty());
        }

        @Override
        void look(SpaceId space, Set<PlatformUserId> users) {}
    }

    private Work.Served served(Work subjects, Due row, Lease lease, Work.Between between) {
        try {
            return subjects.serve(row, lease, between);
        } catch (LeaseLost lost) {
            throw lost;
        } catch (RuntimeException unexpected) {
            surprise = unexpected;
            throw unexpected;
        }
    }

    /** Anything that broke where nobody expects it. */
    public Optional<String> surprise() {
        return Optional.ofNullable(surprise).map(RuntimeException::toString).or(journal::surprise);
    }

    public Optional<Instant> nextDue() {
        return scopes.inSystem(() -> work.due().earliest());
    }

    public ServedSpace at(SpaceId space) {
        return new ServedSpace(space);
    }

    /** One of the spaces: what its people and its webhooks ask for, and what is known of it. */
    public final class ServedSpace {

        private final SpaceId id;

        private ServedSpace(SpaceId id) {
            this.id = id;
        }

        /** One turn, as the drainer gives it. */
        public void serve() {
            turns.accept(id);
        }

        public boolean isAnythingDue() {
            return !due(1).isEmpty();
        }

        /** What is due now, each with its causes. */
        public List<String> whatIsDue() {
            return due(10).stream()
                    .map(row -> row.subject() + " because of " + row.causes())
                    .toList();
        }

        private List<Due> due(int most) {
            Instant now = clock.instant();
            return scopes.inSpace(
                    id,
                    () -> Stream.concat(
                                    work.due().dueCustomers(id, now, most).stream(),
                                    work.due().dueReadings(id, now, most).stream())
                            .toList());
        }

        /** A webhook: somebody may have changed. */
        public void hint(CustomerId customer) {
            scopes.inSpace(
                    id, () -> work.due().add(Subject.customer(customer), clock.instant(), "hook", clock.instant()));
        }

        /** A person asks, also after having changed something. */
        public void again() {
            scopes.inSpace(
                    id, () -> work.due().insist(Subject.wholeSpace(), clock.instant(), "again", clock.instant()));
        }

        public void takenOver() {
            work.takeOver(id);
        }

        public void change(UnaryOperator<Space> change) {
            spaces.change(id, change);
            again();
        }

        public Space space() {
            return scopes.inSpace(id, () -> spaces.spaces().get(id));
        }

        public void publish(Matches matches) {
            matching.publish(id, matches);
            again();
        }

        public Matches matches() {
            return matching.now(id);
        }

        public void give(Gift gift) {
            scopes.inSpace(id, () -> gifts.give(gift));
            insist(gift.customer());
        }

        public void takeBack(Gift gift) {
            scopes.inSpace(id, () -> gifts.takeBack(gift));
            insist(gift.customer());
        }

        private void insist(CustomerId customer) {
            scopes.inSpace(
                    id, () -> work.due().insist(Subject.customer(customer), clock.instant(), "given", clock.instant()));
        }

        /** From now on the membership is ours, as the review has it: one that was read, for reasons that were read. */
        public boolean adopt(Membership membership, Set<CustomerId> customers) {
            return scopes.inSpace(id, () -> {
                List<Entitlement> reasons = entitled.of(customers).stream()
                        .filter(each -> each.group().equals(membership.group()) && each.holdsAt(clock.instant()))
                        .toList();
                boolean known = !reasons.isEmpty()
                        && observed.membersAmong(Set.of(membership.user())).stream()
                                .anyMatch(member -> member.group().equals(membership.group()));
                if (known) {
                    own(membership, Ownership.ADOPTED, reasons);
                }
                return known;
            });
        }

        /** From now on the membership is nobody's to touch. */
        public void protect(Membership membership) {
            scopes.inSpace(id, () -> own(membership, Ownership.PROTECTED, List.of()));
        }

        private void own(Membership membership, Ownership ownership, List<Entitlement> reasons) {
            ledger.end(membership, 0, clock.instant());
            ledger.put(membership, ownership, reasons, 0, clock.instant());
        }

        /** An operator says yes to whatever is held; true when something was. */
        public boolean approveAll() {
            boolean approved = scopes.inSpace(id, () -> held.approveAll(clock.instant()));
            if (approved) {
                again();
            }
            return approved;
        }

        public List<LedgerRow> ledger() {
            return scopes.inSpace(id, () -> ledger.all());
        }

        public Set<Membership> putBack() {
            return scopes.inSpace(id, () -> ledger.putBack());
        }

        /** Whom we no longer let in because it was in vain too often. */
        public Set<Membership> disputed() {
            return scopes.inSpace(id, () -> disputes.memberships());
        }

        /** Whether a step about this membership was begun and nobody knows its end. */
        public boolean isOpen(Membership membership) {
            return scopes.inSpace(
                    id,
                    () -> journal.open(Long.MAX_VALUE).stream()
                            .anyMatch(open -> open.what() == RunChangeRow.What.GRANT
                                    && open.membership().equals(membership)));
        }

        /** Who is who as far as that was settled before. */
        public Map<CustomerId, PlatformUserId> confirmed() {
            return people.links(id);
        }

        /** Who is who by what is true now. */
        public Map<CustomerId, LinkState> links(
                Collection<app.latchkey.nexudus.Customer> customers, Collection<app.latchkey.salto.SaltoUser> users) {
            return scopes.inSpace(id, () -> people.states(id, customers, users));
        }
    }
}
