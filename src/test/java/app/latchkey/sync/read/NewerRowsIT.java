package app.latchkey.sync.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.Matches;
import app.latchkey.entitlement.Rules;
import app.latchkey.salto.GroupHours;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.LockId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.shared.Window;
import app.latchkey.space.TestDatabase;
import app.latchkey.sync.CustomerFilter;
import app.latchkey.sync.CustomerRow;
import app.latchkey.sync.DoorBook;
import app.latchkey.sync.Doorway;
import app.latchkey.sync.Doorways;
import app.latchkey.sync.GroupStanding;
import app.latchkey.sync.RunChangeRow;
import app.latchkey.sync.run.JsonText;
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
    static void record() {
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

    /** What is decided by is another reading: there, what is not understood is set aside. */
    @Test
    void isNotReadableToWhoeverDecides() {
        assertThat(JSON.readable("{\"is\": \"subscribed\"}")).isEmpty();
        assertThat(JSON.understood(WRITTEN_LATER, Because.class)).doesNotContain(NEWER);
    }
}
