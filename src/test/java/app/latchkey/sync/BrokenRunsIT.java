package app.latchkey.sync;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Reason;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.shared.CustomerId;
import app.latchkey.space.TestDatabase;
import app.latchkey.sync.run.Rows;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import sandbox.http.Fault;
import sandbox.http.Fields;
import sandbox.nexudus.Nexudus;
import sandbox.world.PreparedWorld;

/** Runs that break on our own side: a record that nobody can read any more is the way to make one. */
@WithProduct(own = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenRunsIT {

    private static final String KWAME = "kwame.mensah@goldcoastlabs.example";

    private final Harbour harbour;
    private final TestDatabase database;

    BrokenRunsIT(RunningProduct product) {
        harbour = new Harbour(product);
        database = product.database();
    }

    @BeforeAll
    void begin() {
        harbour.begin();
    }

    @Test
    void recordsARunThatBreaksAsFailedAndTriesAgainByBackoff() {
        CustomerId aisha = harbour.customer(PreparedWorld.AISHA);
        spoil(aisha);
        harbour.bean(Sync.class).again(harbour.space(), Subject.customer(aisha), "test");

        eventually(
                "two failed runs",
                () -> runsOf(aisha).stream()
                                .filter(run -> run.outcome() == RunOutcome.FAILED)
                                .count()
                        >= 2);
        assertThat(runsOf(aisha)).noneMatch(run -> run.outcome() == RunOutcome.STOPPED);
        assertThat(runsOf(aisha).getFirst().trouble().orElse(""))
                .matches("Something broke on our side. Reference [A-Z]\\d-\\d\\d");

        mend(aisha);
        eventually("well again", () -> runsOf(aisha).getFirst().outcome() == RunOutcome.DONE);
    }

    @Test
    void showsStaffWhatFailsAgainAndAgainAndServesTheOthers() {
        CustomerId joao = harbour.customer(PreparedWorld.JOAO);
        spoil(joao);
        harbour.bean(Sync.class).again(harbour.space(), Subject.customer(joao), "test");
        eventually("failed eight times", () -> {
            harbour.partners().clock().advance(Duration.ofSeconds(20));
            return lettersOf(joao).anyMatch(letter -> letter.words().contains("Reference"));
        });
        harbour.partners()
                .nexudus()
                .buyPass(
                        harbour.customer(PreparedWorld.TOMASZ).value(),
                        harbour.partners().nexudus().pass("Flex pass"));
        eventually("Tomasz in", () -> harbour.isIn(PreparedWorld.TOMASZ, "Flex members"));

        mend(joao);
        harbour.bean(Sync.class).again(harbour.space(), Subject.customer(joao), "asked by staff");
        eventually("served", () -> lettersOf(joao).findAny().isEmpty());
    }

    /** His record at Nexudus, while all others are well. */
    @Test
    void endsAsALetterWhoseRecordNobodyCanReadAndKeepsWhatIsKnownOfHim() {
        CustomerId marta = harbour.customer(PreparedWorld.MARTA);
        harbour.fullRun();
        assertThat(harbour.isIn(PreparedWorld.MARTA, "Flex members")).isTrue();
        edit(marta, "Active", "perhaps");
        eventually("at rest", () -> {
            harbour.partners().clock().advance(Duration.ofSeconds(20));
            return isAtRest(marta);
        });
        assertThat(lettersOf(marta)).singleElement().satisfies(letter -> {
            assertThat(letter.attempts()).isEqualTo(DeadLetter.ATTEMPTS);
            assertThat(letter.words()).isEqualTo("Nexudus sent a customer that cannot be read.");
        });
        assertThat(harbour.isIn(PreparedWorld.MARTA, "Flex members")).isTrue();

        assertThat(harbour.fullRun().outcome()).isEqualTo(RunOutcome.DONE);
        assertThat(harbour.isIn(PreparedWorld.MARTA, "Flex members")).isTrue();
        eventually("at rest still", () -> isAtRest(marta));
        int tried = runsOf(marta).size();
        harbour.partners().clock().advance(Duration.ofMinutes(4));
        CustomerId joao = harbour.customer(PreparedWorld.JOAO);
        int others = runsOf(joao).size();
        harbour.bean(Sync.class).again(harbour.space(), Subject.customer(joao), "test");
        eventually("somebody else is served", () -> runsOf(joao).size() > others);
        assertThat(runsOf(marta)).as("not tried again by itself").hasSize(tried);

        harbour.bean(Sync.class).again(harbour.space(), Subject.customer(marta), "asked by staff");
        eventually("tried once more", () -> isAtRest(marta) && runsOf(marta).size() == tried + 1);
        edit(marta, "Active", true);
        eventually("served", () -> lettersOf(marta).findAny().isEmpty());
        assertThat(runsOf(marta).getFirst().outcome()).isEqualTo(RunOutcome.DONE);
        assertThat(harbour.isIn(PreparedWorld.MARTA, "Flex members")).isTrue();
    }

    /** Looked at between two pages, in vain: the whole reading is no reading of him alone. */
    @Test
    void doesAllElseWhereSomebodyCannotBeReadWhoBecameDueWhileItRead() {
        Nexudus nexudus = harbour.partners().nexudus();
        CustomerId aisha = harbour.customer(PreparedWorld.AISHA);
        String late = "late@latecomers.example";
        nexudus.loseWebhooks(true);
        nexudus.buyPass(nexudus.addCustomer("Late Comer", late), nexudus.pass("Flex pass"));
        nexudus.fail("GET /api/spaces/coworkers/" + aisha, Fault.garbage().always());
        nexudus.fail("GET /api/billing/coworkertimepasses", Fault.rewritten(answer -> {
            harbour.bean(Sync.class).again(harbour.space(), Subject.customer(aisha), "test");
            return answer;
        }));
        int looks = runsOf(aisha).size();

        assertThat(harbour.fullRun().outcome()).isEqualTo(RunOutcome.DONE);
        assertThat(runsOf(aisha).size()).as("looked at while the run read").isGreaterThan(looks);
        assertThat(harbour.isIn(late, "Flex members")).isTrue();

        nexudus.clearFaults();
        nexudus.loseWebhooks(false);
        harbour.bean(Sync.class).again(harbour.space(), Subject.customer(aisha), "asked by staff");
        eventually("read", () -> runsOf(aisha).getFirst().outcome() == RunOutcome.DONE);
    }

    private void edit(CustomerId customer, String field, Object value) {
        harbour.partners().nexudus().edit("Coworker", customer.value(), Fields.of(field, value));
    }

    /** Failed often enough, and due not at all, or not before his time begins or ends; what is only postponed is due already. */
    private boolean isAtRest(CustomerId customer) {
        return database.scopes()
                .inSpace(
                        harbour.space(),
                        () -> database.jdbc()
                                .sql("select exists (select from due_work where subject = :subject and due_at > :now"
                                        + " and attempts >= :attempts)")
                                .param("subject", Subject.customer(customer).key())
                                .param("now", Rows.at(harbour.partners().clock().instant()))
                                .param("attempts", DeadLetter.ATTEMPTS)
                                .query(Boolean.class)
                                .single());
    }

    private Stream<DeadLetter> lettersOf(CustomerId customer) {
        return harbour.bean(StaffBoard.class).deadLetters().stream()
                .filter(letter -> letter.subject().equals(Subject.customer(customer)));
    }

    private List<RunRow> runsOf(CustomerId customer) {
        return harbour.bean(Runs.class).runs(harbour.space(), false, 0, 200).stream()
                .filter(run -> run.subject().equals(Subject.customer(customer).key()))
                .filter(run -> run.outcome() != RunOutcome.RUNNING)
                .toList();
    }

    /** As a later version may have written it. */
    @Test
    void leavesAloneWhoseLedgerRowItDoesNotUnderstandAndServesTheOthers() {
        CustomerId kwame = harbour.customer(KWAME);
        int spoilt = inSpace("""
            update ledger_reason set because = because || '{"is": "written later"}' where customer_id = :customer
            """, kwame);
        assertThat(spoilt).isPositive();
        harbour.partners().nexudus().suspend(kwame.value());

        assertThat(harbour.fullRun().outcome()).isEqualTo(RunOutcome.DONE);
        assertThat(harbour.isIn(KWAME, "Flex members")).isTrue();
        assertThat(harbour.bean(CustomerDirectory.class)
                        .detail(harbour.space(), kwame)
                        .orElseThrow()
                        .groups())
                .anySatisfy(group -> assertThat(group.reason()).contains(new Reason.NotUnderstood()));
        assertThat(harbour.bean(StaffBoard.class).board())
                .extracting(SpaceHealth::unreadable)
                .containsExactly(1);

        inSpace(
                "update ledger_reason set because = because || '{\"is\": \"bought\"}' where customer_id = :customer",
                kwame);
        harbour.fullRun();
        eventually("Kwame out", () -> !harbour.isIn(KWAME, "Flex members"));
    }

    /** Neither is his record replaced: the version that wrote it finds it again. */
    @Test
    void leavesAloneWhoseEntitlementItDoesNotUnderstandAndServesTheOthers() {
        CustomerId iker = harbour.customer(PreparedWorld.IKER);
        harbour.partners()
                .nexudus()
                .buyPass(iker.value(), harbour.partners().nexudus().pass("Flex pass"));
        eventually("Iker in", () -> harbour.isIn(PreparedWorld.IKER, "Flex members"));
        harbour.fullRun();
        spoil(iker);
        harbour.partners().nexudus().loseWebhooks(true);
        harbour.partners().nexudus().suspend(iker.value());
        harbour.partners()
                .nexudus()
                .buyPass(
                        harbour.customer(PreparedWorld.ELIF).value(),
                        harbour.partners().nexudus().pass("Flex pass"));

        assertThat(harbour.fullRun().outcome()).isEqualTo(RunOutcome.DONE);
        harbour.partners().nexudus().loseWebhooks(false);
        assertThat(harbour.isIn(PreparedWorld.ELIF, "Flex members")).isTrue();
        assertThat(harbour.isIn(PreparedWorld.IKER, "Flex members")).isTrue();
        assertThat(harbour.bean(CustomerDirectory.class)
                        .detail(harbour.space(), iker)
                        .orElseThrow()
                        .groups())
                .anySatisfy(group -> assertThat(group.reason()).contains(new Reason.NotUnderstood()));
        assertThat(harbour.bean(StaffBoard.class).board())
                .extracting(SpaceHealth::unreadable)
                .allMatch(people -> people > 0);

        assertThat(mend(iker)).as("still there").isEqualTo(1);
        harbour.fullRun();
        eventually("Iker out", () -> !harbour.isIn(PreparedWorld.IKER, "Flex members"));
    }

    private void spoil(CustomerId customer) {
        inSpace("""
            insert into entitlement (customer_id, group_id, during, because)
            values (:customer, gen_random_uuid(), tstzrange(now(), null), '{"is": "nonsense"}')
            """, customer);
    }

    private int mend(CustomerId customer) {
        return inSpace(
                "delete from entitlement where customer_id = :customer and because->>'is' = 'nonsense'", customer);
    }

    private int inSpace(String sql, CustomerId customer) {
        return database.scopes()
                .inSpace(
                        harbour.space(),
                        () -> database.jdbc()
                                .sql(sql)
                                .param("customer", customer.value())
                                .update());
    }
}
