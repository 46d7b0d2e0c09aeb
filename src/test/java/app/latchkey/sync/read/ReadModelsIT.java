package app.latchkey.sync.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.latchkey.connection.Partner;
import app.latchkey.connection.State;
import app.latchkey.connection.Traffic;
import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.Check;
import app.latchkey.entitlement.Check.Result;
import app.latchkey.entitlement.Contract;
import app.latchkey.entitlement.DoorState;
import app.latchkey.entitlement.Matches;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.entitlement.Reason;
import app.latchkey.entitlement.Rules;
import app.latchkey.entitlement.Step;
import app.latchkey.salto.GroupHours;
import app.latchkey.salto.StreamState;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.shared.Window;
import app.latchkey.space.TestDatabase;
import app.latchkey.space.TestSpaces;
import app.latchkey.sync.Arrival;
import app.latchkey.sync.CustomerFilter;
import app.latchkey.sync.CustomerRow;
import app.latchkey.sync.DoorBook;
import app.latchkey.sync.DoorStream;
import app.latchkey.sync.Doorway;
import app.latchkey.sync.FailureRow;
import app.latchkey.sync.GroupStanding;
import app.latchkey.sync.JobHealth;
import app.latchkey.sync.Overnight;
import app.latchkey.sync.PersonState;
import app.latchkey.sync.SpaceHealth;
import app.latchkey.sync.SpaceOverview;
import app.latchkey.sync.SpaceState;
import app.latchkey.sync.run.JsonText;
import app.latchkey.sync.run.Periods;
import app.latchkey.sync.run.Rows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jobrunr.storage.StorageProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** What pages read, from rows as runs record them, on a real PostgreSQL with the scopes on. */
class ReadModelsIT {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final JsonText JSON = new JsonText();

    private static final SpaceId OURS = new SpaceId(new UUID(1, 1));
    private static final SpaceId THEIRS = new SpaceId(new UUID(2, 2));
    private static final CustomerId ANA = new CustomerId(1);
    private static final CustomerId BEN = new CustomerId(2);
    private static final CustomerId STRANGER = new CustomerId(3);
    private static final PlatformUserId ANA_IN_SALTO = new PlatformUserId(RecordedSpace.uuid(1));
    private static final PlatformUserId BEN_IN_SALTO = new PlatformUserId(RecordedSpace.uuid(2));
    private static final PlatformUserId STRANGER_IN_SALTO = new PlatformUserId(RecordedSpace.uuid(3));
    private static final AccessGroupId STREET = new AccessGroupId(RecordedSpace.uuid(10));
    private static final AccessGroupId ROOM = new AccessGroupId(RecordedSpace.uuid(11));
    private static final AccessGroupId STUDIO = new AccessGroupId(RecordedSpace.uuid(12));
    private static final AccessGroupId CELLAR = new AccessGroupId(RecordedSpace.uuid(13));

    private static final Window CURRENT = around(-1, 2);
    private static final Window LATER = around(5, 6);
    private static final Window YESTERDAY = around(-25, -24);
    private static final Because BOOKING = RecordedSpace.booking(7, CURRENT.from(), NOW.plus(Duration.ofHours(2)));

    private static final Basket BASKET = new Basket(List.of(), Matches.none(), Rules.of(ZoneOffset.UTC));

    private final GroupFactsRows facts = new GroupFactsRows(DATABASE.jdbc(), JSON, new GroupHours(DATABASE.jdbc()));
    private final PeopleRows people = new PeopleRows(DATABASE.jdbc(), JSON);
    private final ChangeRows changes = new ChangeRows(DATABASE.jdbc(), JSON);
    private final RecordedDoorways doorways = new RecordedDoorways(
            DATABASE.scopes(), facts, (space, customer) -> BASKET, new TroubleRows(DATABASE.jdbc()), CLOCK);
    private final RecordedCustomers customers = new RecordedCustomers(
            DATABASE.scopes(),
            DATABASE.jdbc(),
            people,
            facts,
            (_, _) -> BASKET,
            new TroubleRows(DATABASE.jdbc()),
            changes,
            CLOCK);
    private final RecordedRuns runs = new RecordedRuns(DATABASE.scopes(), DATABASE.jdbc(), changes, JSON);
    private final RecordedOverviews overviews = new RecordedOverviews(
            DATABASE.scopes(),
            DATABASE.jdbc(),
            people,
            new ArrivalRows(DATABASE.jdbc()),
            changes,
            new PartnerRows(DATABASE.jdbc(), RecordedSpace.PERIODS),
            new AgreementsRead(DATABASE.jdbc(), JSON),
            _ -> Optional.empty(),
            CLOCK);
    private final RecordedBoard board = board(RecordedSpace.PERIODS);

    private final Overnight.Read nights = new RecordedOvernight(
            DATABASE.scopes(), TestSpaces.spaces(DATABASE, CLOCK), DATABASE.jdbc(), new ArrivalRows(DATABASE.jdbc()));

    @BeforeAll
    static void twoSpacesHaveBeenRun() {
        RecordedSpace ours = new RecordedSpace(DATABASE, OURS, "harbour-house", NOW);
        ours.group(STREET, "Street door", "Front", "Back");
        ours.group(ROOM, "Room 4", "Room 4 lock");
        ours.group(STUDIO, "Studio");
        ours.group(CELLAR, "Cellar", "Cellar lock");
        ours.customer(ANA, "Ana Reis", ANA_IN_SALTO);
        ours.entitled(ANA, STREET, CURRENT, BOOKING);
        ours.stands(ANA, ANA_IN_SALTO, STREET, "IN", null, CURRENT, BOOKING);
        ours.member(ANA_IN_SALTO, STREET);
        ours.entitled(ANA, ROOM, LATER, BOOKING);
        ours.stands(ANA, ANA_IN_SALTO, STUDIO, "IN", null, CURRENT, BOOKING);
        ours.past(ANA_IN_SALTO, CELLAR, YESTERDAY, BOOKING);
        ours.granted(ANA, STREET, "Ana Reis", BOOKING);
        ours.customer(BEN, "Ben Okoye", BEN_IN_SALTO);
        ours.entitled(BEN, ROOM, CURRENT, BOOKING);
        ours.stands(BEN, BEN_IN_SALTO, ROOM, "WITHHELD", "no-seat", CURRENT, BOOKING);
        ours.stands(BEN, BEN_IN_SALTO, STREET, "BY_HAND", null, CURRENT, BOOKING);

        RecordedSpace theirs = new RecordedSpace(DATABASE, THEIRS, "old-mill", NOW);
        theirs.connection(Partner.SALTO, State.PARTNER_SILENT);
        theirs.group(STREET, "Their door", "Their lock");
        theirs.customer(STRANGER, "Cleo Stranger", STRANGER_IN_SALTO);
        theirs.customer(ANA, "Another Ana", ANA_IN_SALTO);
        theirs.write("update nexudus_customer set active = false where id = ?", ANA.value());
        theirs.stands(STRANGER, STRANGER_IN_SALTO, STREET, "ON_ITS_WAY", null, CURRENT, BOOKING);
        theirs.write("""
            insert into space_health (wrong_now, wrong_since, due_next_hour, trouble_category, trouble_partner,
                                      trouble_words, trouble_since)
            values (2, ?, 3, 'SILENT', 'SALTO', 'Salto does not answer', ?)
            """, Rows.at(NOW.minusSeconds(600)), Rows.at(NOW.minusSeconds(600)));
        theirs.write(
                "insert into due_work (subject, due_at, since) values ('space', ?, ?)", Rows.at(NOW), Rows.at(NOW));
    }

    private static RecordedBoard board(Periods periods) {
        return new RecordedBoard(
                DATABASE.scopes(),
                DATABASE.jdbc(),
                jobRows(),
                new StaffSpaceRows(DATABASE.jdbc()),
                new DeadLetterRows(DATABASE.jdbc()),
                (space, partner) -> new Traffic.State(20, Duration.ZERO, false),
                periods,
                CLOCK);
    }

    @Test
    void listsAMembersDoorsLikeliestFirst() {
        List<Doorway> doors = doorways.of(OURS, ANA);

        assertThat(doors)
                .extracting(Doorway::door, Doorway::state)
                .containsExactly(
                        tuple("Back", DoorState.OPEN),
                        tuple("Front", DoorState.OPEN),
                        tuple("Studio", DoorState.ON_ITS_WAY),
                        tuple("Room 4 lock", DoorState.NEXT),
                        tuple("Cellar lock", DoorState.CLOSED));
        assertThat(doors.getFirst().window()).contains(CURRENT);
        assertThat(doors.getFirst().because()).containsExactly(BOOKING);
        assertThat(doors.getFirst().confirmedAt()).contains(NOW);
        assertThat(doors.get(3).window()).contains(LATER);
        assertThat(doors.getLast().reason()).containsInstanceOf(Reason.BookingCancelled.class);
    }

    @Test
    void saysWhyADoorIsWithheld() {
        assertThat(doorways.of(OURS, BEN))
                .extracting(Doorway::state, Doorway::reason)
                .contains(tuple(DoorState.WITHHELD, Optional.of(new Reason.NoSeat())))
                .anyMatch(line -> line.toList().getFirst() == DoorState.BY_HAND);
    }

    /** A page may not guess: what nobody noted has no beginning, and what waits for somebody no end. */
    @Test
    void explainsEachGroupFromPurchaseToDoor() {
        assertThat(standing(BEN, "Room 4").explanation()).satisfies(why -> {
            assertThat(why.reason()).isEqualTo(new Reason.NoSeat());
            assertThat(why.checks())
                    .extracting(Check::step, Check::result)
                    .contains(
                            tuple(Step.IN_SALTO, Result.HOLDS),
                            tuple(Step.SEAT, Result.BROKEN),
                            tuple(Step.WAY_IN, Result.NOT_REACHED));
            assertThat(why.since()).contains(NOW);
            assertThat(why.until()).isEmpty();
        });
        assertThat(standing(ANA, "Street door").explanation()).satisfies(why -> {
            assertThat(why.reason())
                    .isEqualTo(new Reason.Open(List.of(BOOKING), CURRENT.end().orElseThrow()));
            assertThat(why.checks()).extracting(Check::result).containsOnly(Result.HOLDS);
            assertThat(why.until()).isEqualTo(CURRENT.end());
        });
        assertThat(standing(ANA, "Room 4").explanation().until()).contains(LATER.from());
        assertThat(standing(ANA, "Cellar").explanation().since()).isEqualTo(YESTERDAY.end());
    }

    private GroupStanding standing(CustomerId customer, String group) {
        return customers.detail(OURS, customer).orElseThrow().groups().stream()
                .filter(each -> each.name().equals(group))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsTheMemberAndTheOperatorTheSame() {
        for (CustomerId customer : List.of(ANA, BEN)) {
            assertThat(doorways.of(OURS, customer)).allSatisfy(door -> {
                GroupStanding told = standing(customer, door.groupName());
                assertThat(door.state()).isEqualTo(told.state());
                assertThat(door.reason()).isEqualTo(told.reason());
            });
        }
    }

    /** What they signed opens nothing, since they may not enter: the door stands there with that as its reason. */
    @Test
    void saysToWhomeverTheSpaceHasPausedThatItHas() {
        NamedItem office = new NamedItem(ItemId.office(12), "Office 12");
        Contract contract =
                new Contract(1, ANA, List.of(office), NOW.minus(Duration.ofDays(60)), true, false, null, List.of());
        Basket signed = new Basket(
                List.of(contract), new Matches(1, Map.of(office.id(), Set.of(STREET))), Rules.of(ZoneOffset.UTC));
        RecordedDoorways hers = new RecordedDoorways(
                DATABASE.scopes(), facts, (_, _) -> signed, new TroubleRows(DATABASE.jdbc()), CLOCK);

        assertThat(hers.of(THEIRS, ANA))
                .extracting(Doorway::door, Doorway::state, Doorway::reason)
                .containsExactly(tuple("Their lock", DoorState.CLOSED, Optional.of(new Reason.Suspended())));
    }

    @Test
    void showsNothingOfAnotherSpace() {
        assertThat(doorways.of(OURS, STRANGER)).isEmpty();
        assertThat(doorways.of(THEIRS, ANA)).isEmpty();
        assertThat(customers.detail(OURS, STRANGER)).isEmpty();
        assertThat(customers.customers(THEIRS, "", CustomerFilter.ALL, 0, 10))
                .extracting(CustomerRow::name)
                .containsExactly("Cleo Stranger", "Another Ana");
        assertThat(overviews.of(THEIRS).changes()).isEmpty();
    }

    @Test
    void listsCustomersWorstFirstAndCountsThem() {
        List<CustomerRow> everybody = customers.customers(OURS, "", CustomerFilter.ALL, 0, 10);

        assertThat(everybody)
                .extracting(CustomerRow::state)
                .containsExactly(PersonState.WITHHELD, PersonState.CAN_OPEN);
        assertThat(everybody.getFirst().reason()).contains(new Reason.NoSeat());
        assertThat(everybody.getLast().groups()).containsExactly("Street door", "Studio");
        assertThat(everybody.getLast().because()).containsExactly(BOOKING);
        assertThat(customers.customers(OURS, "ana@", CustomerFilter.CAN_OPEN_NOW, 0, 10))
                .extracting(CustomerRow::customer)
                .containsExactly(ANA);
        assertThat(customers.counts(OURS, ""))
                .containsEntry(CustomerFilter.ALL, 2)
                .containsEntry(CustomerFilter.CAN_OPEN_NOW, 1)
                .containsEntry(CustomerFilter.WITHHELD, 1)
                .containsEntry(CustomerFilter.BY_HAND, 1);
    }

    @Test
    void showsOneCustomerWithGroupsAndChanges() {
        var ana = customers.detail(OURS, ANA).orElseThrow();

        assertThat(ana.saltoUser()).contains(ANA_IN_SALTO);
        assertThat(ana.nameInSalto()).isNotBlank();
        assertThat(ana.groups()).hasSize(4);
        assertThat(ana.groups().getLast().name()).isEqualTo("Studio");
        assertThat(ana.recent()).singleElement().satisfies(change -> {
            assertThat(change.group()).isEqualTo("Street door");
            assertThat(change.because()).containsExactly(BOOKING);
        });
        assertThat(ana.readAt()).contains(NOW);
    }

    @Test
    void sumsUpASpace() {
        SpaceOverview overview = overviews.of(OURS);

        assertThat(overview.state()).isEqualTo(SpaceState.RIGHT);
        assertThat(overview.customers()).isEqualTo(2);
        assertThat(overview.canOpen()).isEqualTo(1);
        assertThat(overview.lastCompleteAt()).contains(NOW);
        assertThat(overview.changes()).hasSize(1);
        assertThat(overview.today()).extracting(Arrival::at).isSorted().contains(LATER.from(), CURRENT.from());
        assertThat(overview.today()).anyMatch(arrival -> arrival.broken().equals(Optional.of(new Reason.NoSeat())));
    }

    @Test
    void showsARunWithItsChanges() {
        assertThat(runs.runs(OURS, true, 0, 10))
                .singleElement()
                .satisfies(run -> assertThat(run.added()).isEqualTo(2));
        assertThat(runs.run(OURS, 1).orElseThrow().changes()).hasSize(1);
        assertThat(runs.run(OURS, 2)).isEmpty();
    }

    @Test
    void saysWhoCouldOpenADoorAndWhy() {
        DoorBook book = new RecordedDoorBook(DATABASE.scopes(), DATABASE.jdbc(), JSON, CLOCK);
        DoorBook.Door front = book.doors(OURS).stream()
                .filter(door -> door.name().equals("Front"))
                .findFirst()
                .orElseThrow();

        assertThat(front.groups()).containsExactly("Street door");
        assertThat(front.peopleNow()).isPositive();
        assertThat(book.couldOpen(OURS, front.lock(), NOW))
                .anySatisfy(person -> assertThat(person.customer()).contains(ANA));
        assertThat(book.couldOpen(OURS, front.lock(), NOW.minus(Duration.ofDays(300))))
                .isEmpty();
        assertThat(book.couldOpen(THEIRS, front.lock(), NOW)).isEmpty();
    }

    @Test
    void namesWhoCouldOpenADoorLaterByWhatIsEntitled() {
        DoorBook book = new RecordedDoorBook(DATABASE.scopes(), DATABASE.jdbc(), JSON, CLOCK);

        assertThat(book.doors(OURS))
                .flatExtracting(door -> book.couldOpen(OURS, door.lock(), LATER.from()))
                .isNotEmpty()
                .allSatisfy(person -> assertThat(person.because()).isNotEmpty());
    }

    @Test
    void showsStaffOneSpaceWithItsCauseRunsAndWork() {
        var mill = board.space("old-mill").orElseThrow();

        assertThat(mill.health().state()).isEqualTo(SpaceState.BEHIND);
        assertThat(mill.trouble()).map(FailureRow::cause).contains("SILENT");
        assertThat(mill.runs())
                .singleElement()
                .satisfies(run -> assertThat(run.number()).isEqualTo(1));
        var house = board.space("harbour-house").orElseThrow();
        assertThat(house.trouble()).isEmpty();
        assertThat(mill.due().size() + house.due().size()).isEqualTo(1);
        assertThat(board.space("nobody's")).isEmpty();
    }

    @Test
    void showsAFreezeToStaffAndToItsOperatorUntilItLapses() {
        Instant end = NOW.plusSeconds(60);
        freeze(end);
        assertThat(overviews.of(OURS).state()).isEqualTo(SpaceState.FROZEN);
        assertThat(board.space("harbour-house").orElseThrow().health())
                .extracting(SpaceHealth::state, SpaceHealth::frozenUntil)
                .containsExactly(SpaceState.FROZEN, Optional.of(end));
        freeze(NOW);
        assertThat(overviews.of(OURS).state()).isEqualTo(SpaceState.RIGHT);
        assertThat(board.space("harbour-house").orElseThrow().health())
                .extracting(SpaceHealth::state, SpaceHealth::frozenUntil)
                .containsExactly(SpaceState.RIGHT, Optional.empty());
    }

    @Test
    void saysHowItStandsWithTheEventStream() {
        assertThat(overviews.of(OURS).partners().doors()).isEmpty();
        stream(
                "insert into door_stream (space_id, state, since, expires_at) values (:space, 'LIVE', :now, 'infinity')");
        assertThat(overviews.of(OURS).partners().doors())
                .contains(new DoorStream(StreamState.LIVE, NOW, Duration.ofMinutes(5)));
        stream("update door_stream set expires_at = clock_timestamp() where space_id = :space and :now is not null");
        assertThat(overviews.of(OURS).partners().doors())
                .as("whoever listened is gone")
                .contains(new DoorStream(StreamState.NOT_REACHABLE, NOW, Duration.ofMinutes(5)));
        assertThat(overviews.of(THEIRS).partners().doors()).isEmpty();
        stream("delete from door_stream where space_id = :space and :now is not null");
    }

    private static void stream(String sql) {
        DATABASE.scopes()
                .inSpace(
                        OURS,
                        () -> DATABASE.jdbc()
                                .sql(sql)
                                .param("space", OURS.value())
                                .param("now", Rows.at(NOW))
                                .update());
    }

    private static void freeze(Instant until) {
        DATABASE.scopes()
                .inSpace(
                        OURS,
                        () -> DATABASE.jdbc()
                                .sql("update space set frozen_until = :until")
                                .param("until", Rows.at(until))
                                .update());
    }

    @Test
    void tellsStaffWhichSpaceIsBehindAndWhoseTurnItIs() {
        assertThat(board.board())
                .extracting(SpaceHealth::slug, SpaceHealth::state, SpaceHealth::salto, SpaceHealth::nexudus)
                .containsExactly(
                        tuple("old-mill", SpaceState.BEHIND, State.PARTNER_SILENT, State.CONNECTED),
                        tuple("harbour-house", SpaceState.RIGHT, State.CONNECTED, State.CONNECTED));
        assertThat(board.failures())
                .containsExactly(new FailureRow(
                        "SILENT",
                        Optional.of("SALTO"),
                        "PARTNER",
                        true,
                        List.of("old-mill"),
                        5,
                        NOW.minusSeconds(600),
                        "Salto does not answer"));
        assertThat(board.runs(10)).hasSize(2);
        assertThat(board.jobs().dueNow()).isEqualTo(1);
        assertThat(board.jobs().servers()).isEmpty();
        assertThat(board.jobs().lanes()).extracting(JobHealth.Lane::kind).containsExactly(JobHealth.Lane.Kind.values());
    }

    /** By the deployment's own period: where everything is read every six hours, four are no delay. */
    @Test
    void aReadingIsOverdueOnceItHasFailedInItsPeriod() {
        completeAt(NOW.minus(Duration.ofMinutes(121)));
        assertThat(overdue(RecordedSpace.PERIODS)).isTrue();
        assertThat(overdue(every(Duration.ofHours(6)))).isFalse();
        completeAt(NOW.minus(Duration.ofMinutes(120)));
        assertThat(overdue(RecordedSpace.PERIODS)).isFalse();
        assertThat(overdue(every(Duration.ofMinutes(30)))).isTrue();
        completeAt(NOW);
    }

    private static boolean overdue(Periods periods) {
        return board(periods).space("harbour-house").orElseThrow().health().overdue();
    }

    private static Periods every(Duration full) {
        Periods usual = RecordedSpace.PERIODS;
        return new Periods(usual.changes(), usual.members(), usual.doors(), usual.keys(), full);
    }

    private static void completeAt(Instant at) {
        DATABASE.scopes()
                .inSpace(
                        OURS,
                        () -> DATABASE.jdbc().sql("""
                        insert into space_health (last_complete_at) values (:at)
                        on conflict (space_id) do update set last_complete_at = excluded.last_complete_at
                        """).param("at", Rows.at(at)).update());
    }

    /** Whoever finds it out: the board does not wait for a run that meets it. */
    @Test
    void aConnectionThatDiesStopsTheSpaceOnTheBoardAtOnce() {
        connections("update connection_standing set state = 'NEEDS_SIGN_IN' where partner = 'NEXUDUS'");
        assertThat(board.space("harbour-house").orElseThrow().health())
                .extracting(SpaceHealth::state, SpaceHealth::salto, SpaceHealth::nexudus)
                .containsExactly(SpaceState.STOPPED, State.CONNECTED, State.NEEDS_SIGN_IN);
        connections("update connection_standing set state = 'CONNECTED' where partner = 'NEXUDUS'");
        assertThat(board.space("harbour-house").orElseThrow().health().state()).isEqualTo(SpaceState.RIGHT);
    }

    private static void connections(String change) {
        DATABASE.scopes().inSpace(OURS, () -> DATABASE.jdbc().sql(change).update());
    }

    @Test
    void countsThePeopleOfTheNightAndListsWhoArrives() {
        Overnight night = nights.since(OURS, NOW.minusSeconds(60), NOW);
        assertThat(night)
                .extracting(Overnight::in, Overnight::out, Overnight::withheld)
                .containsExactly(1, 0, 1);
        assertThat(night.today()).extracting(Arrival::name).contains("Ana Reis", "Ben Okoye");
        assertThat(nights.since(OURS, NOW.plusSeconds(1), NOW).in()).isZero();
        assertThat(nights.since(THEIRS, NOW.minusSeconds(60), NOW).isQuiet()).isTrue();
    }

    private static JobRows jobRows() {
        StaticListableBeanFactory none = new StaticListableBeanFactory();
        return new JobRows(DATABASE.jdbc(), none.getBeanProvider(StorageProvider.class));
    }

    private static Window around(int fromHours, int untilHours) {
        return Window.between(NOW.plus(Duration.ofHours(fromHours)), NOW.plus(Duration.ofHours(untilHours)));
    }
}
