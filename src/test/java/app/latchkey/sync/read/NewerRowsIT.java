package app.latchkey.sync.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.latchkey.entitlement.Audience;
import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.DoorState;
import app.latchkey.entitlement.Matches;
import app.latchkey.entitlement.Rules;
import app.latchkey.entitlement.Voice;
import app.latchkey.operator.Sentences;
import app.latchkey.salto.GroupHours;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.LockId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.shared.Window;
import app.latchkey.space.TestDatabase;
import app.latchkey.sync.CardStanding;
import app.latchkey.sync.CardState;
import app.latchkey.sync.CustomerFilter;
import app.latchkey.sync.CustomerRow;
import app.latchkey.sync.DoorBook;
import app.latchkey.sync.Doorway;
import app.latchkey.sync.Doorways;
import app.latchkey.sync.GroupStanding;
import app.latchkey.sync.RunChangeRow;
import app.latchkey.sync.RunDetail;
import app.latchkey.sync.RunKind;
import app.latchkey.sync.RunOutcome;
import app.latchkey.sync.run.JsonText;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rows with reasons that a newer version has recorded, after a step back to this one or beside it: every page shows them. */
class NewerRowsIT {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final JsonText JSON = new JsonText();
    private static final SpaceId SPACE = new SpaceId(new UUID(1, 1));
    private static final CustomerId ANA = new CustomerId(1);
    private static final PlatformUserId ANA_IN_SALTO = new PlatformUserId(RecordedSpace.uuid(1));
    private static final AccessGroupId STREET = new AccessGroupId(RecordedSpace.uuid(10));
    private static final AccessGroupId STUDIO = new AccessGroupId(RecordedSpace.uuid(11));
    private static final Window YESTERDAY =
            Window.between(NOW.minus(Duration.ofHours(25)), NOW.minus(Duration.ofHours(24)));
    private static final Window TODAY = Window.between(NOW.minus(Duration.ofHours(1)), NOW.plus(Duration.ofHours(1)));
    private static final Because BOOKING = RecordedSpace.booking(7, YESTERDAY.from(), NOW);
    private static final Because NEWER = new Because.FromNewerVersion();

    /** Of a kind that is not known; of a known kind without what it is made of; nothing at all; known, with something more; as ever. */
    private static final String WRITTEN_LATER = """
            [{"is": "subscribed", "subscriptionId": 4}, {"is": "booked", "bookingIds": [7, 8]}, null,
             %s, %s]
            """.formatted(
            JSON.because(RecordedSpace.booking(8, YESTERDAY.from(), NOW)).replaceFirst("}$", ", \"floor\": 3}"),
            JSON.because(BOOKING));

    private static final Because[] READ = {NEWER, NEWER, NEWER, RecordedSpace.booking(8, YESTERDAY.from(), NOW), BOOKING
    };

    private static final Voice VOICE = new Voice(Audience.OPERATOR, "Newer", ZoneOffset.UTC, NOW);
    private static final Basket NOTHING = new Basket(List.of(), Matches.none(), Rules.of(ZoneOffset.UTC));

    private final GroupFactsRows facts = new GroupFactsRows(DATABASE.jdbc(), JSON, new GroupHours(DATABASE.jdbc()));
    private final ChangeRows changes = new ChangeRows(DATABASE.jdbc(), JSON);
    private final RecordedRuns runs = new RecordedRuns(DATABASE.scopes(), DATABASE.jdbc(), changes, JSON);
    private final RecordedCustomers customers = new RecordedCustomers(
            DATABASE.scopes(),
            DATABASE.jdbc(),
            new PeopleRows(DATABASE.jdbc(), JSON),
            facts,
            (_, _) -> NOTHING,
            new TroubleRows(DATABASE.jdbc()),
            changes,
            CLOCK);

    @BeforeAll
    static void record() throws SQLException {
        withoutChecks();
        RecordedSpace space = new RecordedSpace(DATABASE, SPACE, "newer", NOW);
        space.group(STREET, "Street door", "Front");
        space.group(STUDIO, "Studio", "Studio");
        space.customer(ANA, "Ana Alves", ANA_IN_SALTO);
        space.past(ANA_IN_SALTO, STREET, YESTERDAY, BOOKING);
        space.granted(ANA, STREET, "Ana Alves", BOOKING);
        space.stands(ANA, ANA_IN_SALTO, STUDIO, "IN", null, TODAY, BOOKING);
        space.member(ANA_IN_SALTO, STUDIO);
        space.write("update ledger_past set reasons = ?::jsonb", WRITTEN_LATER);
        space.write("update run_change set because = ?::jsonb", WRITTEN_LATER);
        space.write("update standing set because = ?::jsonb", WRITTEN_LATER);
    }

    @Test
    void showsWhatARunHasDoneAndHandsItOut() {
        assertThat(runs.run(SPACE, 1).orElseThrow().changes())
                .singleElement()
                .extracting(RunChangeRow::because)
                .isEqualTo(List.of(READ));
        assertThat(runs.json(SPACE, 1).orElseThrow())
                .contains("from-newer-version")
                .contains("Room 4");
    }

    @Test
    void showsWhatThePersonHasAndHad() {
        assertThat(customers.detail(SPACE, ANA).orElseThrow().groups())
                .extracting(GroupStanding::name, GroupStanding::because)
                .contains(tuple("Studio", List.of(READ)));
        assertThat(customers.customers(SPACE, "", CustomerFilter.ALL, 0, 10))
                .singleElement()
                .extracting(CustomerRow::because)
                .isEqualTo(List.of(READ).stream().distinct().toList());
    }

    @Test
    void showsTheMemberEachDoorWithWhyItOpens() {
        Doorways doorways = new RecordedDoorways(
                DATABASE.scopes(), facts, (_, _) -> NOTHING, new TroubleRows(DATABASE.jdbc()), CLOCK);
        assertThat(doorways.of(SPACE, ANA))
                .extracting(Doorway::groupName, Doorway::because)
                .contains(tuple("Studio", List.of(READ)));
    }

    @Test
    void tellsWhoCouldOpenADoorYesterday() {
        DoorBook book = new RecordedDoorBook(DATABASE.scopes(), DATABASE.jdbc(), JSON, CLOCK);
        LockId front = book.doors(SPACE).stream()
                .filter(door -> door.name().equals("Front"))
                .findFirst()
                .orElseThrow()
                .lock();
        assertThat(book.couldOpen(SPACE, front, YESTERDAY.from()))
                .singleElement()
                .extracting(DoorBook.CouldOpen::because)
                .isEqualTo(List.of(READ));
    }

    @Test
    void showsARunOfWhichItUnderstandsOnlyThatItWas() {
        write("""
            insert into run (number, kind, subject, causes, epoch, started_at, ended_at, outcome, reads)
            values (2, 'FORECAST', 'space', '{period}', 1, now(), now(), 'HALF_DONE', '[{"asked": 3}]')
            """);
        write("""
            insert into run_change (run, step, what, state, name, because, at)
            values (2, 1, 'MOVE', 'DONE', 'Ana Alves', '[]', now()), (2, 2, 'GRANT', 'ASKED', 'Ben Okoye', '[]', now()),
                   (2, 3, 'GRANT', 'DONE', 'Cleo Diaz', '[]', now())
            """);
        RunDetail run = runs.run(SPACE, 2).orElseThrow();
        assertThat(run.run().kind()).isEqualTo(RunKind.FROM_NEWER_VERSION);
        assertThat(run.run().outcome()).isEqualTo(RunOutcome.FROM_NEWER_VERSION);
        assertThat(Sentences.run(run.run()))
                .startsWith("Run 2 ended in a way that a newer version of Latchkey recorded");
        assertThat(run.changes())
                .extracting(change -> Sentences.change(change, VOICE))
                .containsExactly(
                        "Ana Alves: something that a newer version of Latchkey recorded.",
                        "Ben Okoye: something that a newer version of Latchkey recorded.",
                        "Cleo Diaz can open .");
        assertThat(runs.json(SPACE, 2).orElseThrow())
                .contains("FROM_NEWER_VERSION")
                .contains("Cleo Diaz");
        assertThat(runs.runs(SPACE, false, 0, 10)).hasSize(2);
    }

    /** Whoever is in is not told that he is shut out, and whoever is not, not that he comes in. */
    @Test
    void showsADoorOfWhichItUnderstandsOnlyThatItWasJudged() {
        write("update standing set verdict = 'LENT'");
        assertThat(studio()).isEqualTo(DoorState.BY_HAND);
        write("delete from salto_group_member");
        assertThat(studio()).isEqualTo(DoorState.WITHHELD);
        write(
                "insert into salto_group_member (group_id, platform_user, name, seen_at) values ('%s', '%s', 'Ana', now())"
                        .formatted(STUDIO, ANA_IN_SALTO));
        write("update standing set verdict = 'IN'");
    }

    private DoorState studio() {
        return customers.detail(SPACE, ANA).orElseThrow().groups().stream()
                .filter(group -> group.name().equals("Studio"))
                .map(GroupStanding::state)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void showsACardOfWhichItUnderstandsOnlyThatItIsThere() {
        write(
                "insert into card_standing (customer_id, tag_number, state, detail, at) values (%s, '02309289', 'ENGRAVED', '', now())"
                        .formatted(ANA));
        assertThat(customers.detail(SPACE, ANA).orElseThrow().ways().cards())
                .extracting(CardStanding::state)
                .containsExactly(CardState.FROM_NEWER_VERSION);
    }

    /** A newer version brings a schema of its own. */
    private static void withoutChecks() throws SQLException {
        try (Connection superuser = TestDatabase.server().superuser(DATABASE.name());
                Statement statement = superuser.createStatement()) {
            statement.execute("alter table run drop constraint run_kind_check, drop constraint run_outcome_check");
            statement.execute(
                    "alter table run_change drop constraint run_change_what_check, drop constraint run_change_state_check");
            statement.execute("alter table standing drop constraint standing_verdict_check");
        }
    }

    private static void write(String sql) {
        DATABASE.scopes().inSpace(SPACE, () -> DATABASE.jdbc().sql(sql).update());
    }

    /** What is decided by is another reading: there, what is not understood is set aside. */
    @Test
    void isNotReadableToWhoeverDecides() {
        assertThat(JSON.readable("{\"is\": \"subscribed\"}")).isEmpty();
        assertThat(JSON.understood(WRITTEN_LATER, Because.class)).doesNotContain(NEWER);
    }
}
