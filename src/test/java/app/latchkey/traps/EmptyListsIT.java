package app.latchkey.traps;

import static app.latchkey.product.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.space.TestDatabase;
import app.latchkey.sync.Harbour;
import app.latchkey.sync.RunOutcome;
import app.latchkey.sync.RunRow;
import app.latchkey.sync.Subject;
import app.latchkey.sync.Sync;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sandbox.http.Fault;
import sandbox.http.Response;
import sandbox.partners.Partners;
import sandbox.world.PreparedWorld;

/** Nexudus lists nothing for more than an hour, in answers that look well: the records are there all the same, and nobody loses anything. */
@WithProduct(own = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmptyListsIT {

    /** By a pass, a contract and a booking. */
    private static final Map<String, String> PEOPLE = Map.of(
            PreparedWorld.MARTA, "Flex members",
            PreparedWorld.BENGT, "Office 12",
            PreparedWorld.TOMASZ, "Room 4 - 2nd floor");

    private static final Duration UNTIL_TRIED_AGAIN = Duration.ofMinutes(3);
    private static final Duration UNTIL_A_SECOND_LOOK = Duration.ofMinutes(10);
    private static final Duration PERIOD = Duration.ofMinutes(61);

    private final Harbour harbour;
    private final Partners partners;
    private final TestDatabase database;

    EmptyListsIT(RunningProduct product) {
        harbour = new Harbour(product);
        partners = product.partners();
        database = product.database();
    }

    @BeforeAll
    void begin() {
        harbour.begin();
        harbour.fullRun();
        Instant now = partners.clock().instant();
        partners.nexudus()
                .book(
                        harbour.customer(PreparedWorld.TOMASZ).value(),
                        partners.nexudus().room("Meeting Room 4"),
                        now,
                        now.plus(Duration.ofDays(2)));
        eventually("all in", () -> out().isEmpty());
    }

    private List<String> out() {
        return PEOPLE.entrySet().stream()
                .filter(person -> !harbour.isIn(person.getKey(), person.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "billing/coworkertimepasses, passes bought",
        "billing/coworkercontracts, contracts",
        "spaces/bookings, bookings",
        "billing/timepasses, lists nothing of a kind",
        "spaces/resources, lists nothing of a kind",
        "sys/floorplandesks, lists nothing of a kind"
    })
    void takeNothingFromAnybody(String list, String named) {
        nobodyLosesAnything(list, nothing(), named);
    }

    /** What was bought is shown, and what it was bought of is not. */
    @ParameterizedTest
    @ValueSource(strings = {"billing/timepasses", "spaces/resources", "sys/floorplandesks"})
    void norDoListsOfItemsThatFail(String list) {
        nobodyLosesAnything(list, Fault.status(500).always(), "Nexudus");
    }

    private void nobodyLosesAnything(String list, Fault fault, String named) {
        partners.clock().advance(UNTIL_TRIED_AGAIN);
        partners.nexudus().fail("GET /api/" + list + "\\?", fault);
        assertThat(harbour.fullRun())
                .satisfies(run -> assertThat(run.outcome()).isEqualTo(RunOutcome.PARTLY))
                .satisfies(run -> assertThat(run.trouble().orElseThrow()).contains(named));
        for (int look = 0; look < 2; look++) {
            PEOPLE.keySet()
                    .forEach(person -> harbour.bean(Sync.class)
                            .again(harbour.space(), Subject.customer(harbour.customer(person)), "test"));
            awaitCustomers();
            partners.clock().advance(UNTIL_A_SECOND_LOOK);
            awaitCustomers();
        }
        partners.clock().advance(PERIOD);
        harbour.fullRun();
        awaitCustomers();
        assertThat(out()).isEmpty();
        partners.nexudus().clearFaults();
        partners.clock().advance(UNTIL_TRIED_AGAIN);
        assertThat(harbour.fullRun()).extracting(RunRow::outcome).isEqualTo(RunOutcome.DONE);
    }

    /** The space itself is due again and again meanwhile: it is not read whole. */
    private void awaitCustomers() {
        eventually(
                "every customer who is due looked at",
                () -> database.scopes()
                        .inSpace(
                                harbour.space(),
                                () -> database.jdbc()
                                        .sql("""
                                        select not exists (
                                          select from due_work where due_at <= :now and subject like 'customer:%')
                                        """)
                                        .param("now", partners.clock().instant().atOffset(ZoneOffset.UTC))
                                        .query(Boolean.class)
                                        .single()));
    }

    private static Fault nothing() {
        return Fault.rewritten(EmptyListsIT::empty).always();
    }

    private static Response empty(Response answer) {
        return new String(answer.content(), UTF_8).startsWith("{\"Records\"")
                ? answer.withContent("{\"Records\":[],\"TotalItems\":0,\"HasNextPage\":false}".getBytes(UTF_8))
                : answer;
    }
}
