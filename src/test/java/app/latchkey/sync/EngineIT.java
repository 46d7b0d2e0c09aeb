package app.latchkey.sync;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.connection.Connections;
import app.latchkey.connection.Partner;
import app.latchkey.connection.State;
import app.latchkey.entitlement.Reason;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.space.Mode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import sandbox.http.Fault;
import sandbox.world.PreparedWorld;

/** The engine end to end: what is bought opens doors, what ends closes them, and nothing else is touched. */
@WithProduct(own = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EngineIT {

    private static final String FLEX = "Flex members";
    private static final String ROOM_4 = "Room 4 - 2nd floor";
    private static final String OFFICE_12 = "Office 12";

    private final Harbour harbour;

    EngineIT(RunningProduct product) {
        harbour = new Harbour(product);
    }

    @Test
    @Order(1)
    void saysByNameWhatWouldHappenAndBeginsOnlyOnTheFactsThatWereShown() {
        Sync sync = harbour.bean(Sync.class);
        sync.startReview(harbour.space());
        eventually("the review", () -> sync.review(harbour.space()).state() == ReviewState.READY);
        Review review = sync.review(harbour.space());
        assertThat(review.sources()).isNotEmpty();
        assertThat(review.lines(ReviewLine.Outcome.GAIN))
                .anyMatch(line -> line.groupName().equals(FLEX)
                        && line.customer().equals(java.util.Optional.of(harbour.customer(PreparedWorld.MARTA))))
                .anyMatch(line -> line.groupName().equals(ROOM_4)
                        && line.customer().equals(java.util.Optional.of(harbour.customer(PreparedWorld.JOAO))));
        assertThat(review.lines(ReviewLine.Outcome.KEEP))
                .anyMatch(line -> line.groupName().equals(OFFICE_12) && line.asked() == ReviewLine.Asked.LOOK_AFTER);
        assertThat(review.lines(ReviewLine.Outcome.BY_HAND)).isNotEmpty();
        assertThat(review.lines(ReviewLine.Outcome.WITHHELD))
                .anyMatch(line -> line.reason().equals(java.util.Optional.of(new Reason.TwoCustomersOneEmail())));
        assertThat(review.lines(ReviewLine.Outcome.LOSE)).isEmpty();

        assertThat(sync.activate(harbour.space(), ReviewAnswer.of(Mode.FULL, true, "another fingerprint")))
                .isInstanceOf(ActivationResult.FactsChanged.class);
        assertThat(sync.activate(
                        harbour.space(),
                        ReviewAnswer.of(
                                Mode.FULL, true, sync.review(harbour.space()).fingerprint())))
                .isInstanceOf(ActivationResult.Activated.class);
        eventually("Marta in her group", () -> harbour.isIn(PreparedWorld.MARTA, FLEX));
        assertThat(harbour.isIn(PreparedWorld.JOAO, ROOM_4)).isFalse();
    }

    @Test
    @Order(2)
    void writesNothingWhenNothingHasChanged() {
        harbour.fullRun();
        harbour.partners().resetJournal();
        RunRow second = harbour.fullRun();
        assertThat(second.outcome()).isEqualTo(RunOutcome.DONE);
        assertThat(second.changedSomething()).isFalse();
        assertThat(second.kept()).isPositive();
    }

    @Test
    @Order(3)
    void letsSomebodyInWhoBuysAPass() {
        harbour.partners()
                .nexudus()
                .buyPass(
                        harbour.customer(PreparedWorld.TOMASZ).value(),
                        harbour.partners().nexudus().pass("Flex pass"));
        eventually("Tomasz invited and in", () -> harbour.isIn(PreparedWorld.TOMASZ, FLEX));
        eventually(
                "his door on the member's page, waiting for him to accept the invitation",
                () -> harbour.bean(Doorways.class).of(harbour.space(), harbour.customer(PreparedWorld.TOMASZ)).stream()
                        .filter(door -> door.groupName().equals(FLEX))
                        .anyMatch(door -> door.reason()
                                .filter(Reason.InvitationOpen.class::isInstance)
                                .isPresent()));
    }

    @Test
    @Order(4)
    void opensAQuarterBeforeABookingAndClosesAQuarterAfterIt() {
        Instant start =
                harbour.partners().clock().instant().plus(3, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MINUTES);
        harbour.partners()
                .nexudus()
                .book(
                        harbour.customer(PreparedWorld.AISHA).value(),
                        harbour.partners().nexudus().room("Meeting Room 4"),
                        start,
                        start.plus(1, ChronoUnit.HOURS));
        eventually(
                "the booking known",
                () -> !harbour.bean(Doorways.class)
                        .of(harbour.space(), harbour.customer(PreparedWorld.AISHA))
                        .isEmpty());
        harbour.partners().clock().moveTo(start.minus(Duration.ofMinutes(16)));
        assertThat(harbour.isIn(PreparedWorld.AISHA, ROOM_4)).isFalse();
        harbour.partners().clock().moveTo(start.minus(Duration.ofMinutes(15)));
        eventually("Aisha in", () -> harbour.isIn(PreparedWorld.AISHA, ROOM_4));
        harbour.partners().clock().moveTo(start.plus(Duration.ofMinutes(74)));
        assertThat(harbour.isIn(PreparedWorld.AISHA, ROOM_4)).isTrue();
        harbour.partners().clock().moveTo(start.plus(Duration.ofMinutes(75)));
        eventually("Aisha out", () -> !harbour.isIn(PreparedWorld.AISHA, ROOM_4));
    }

    @Test
    @Order(5)
    void closesAtOnceWhenABookingIsDeleted() {
        Instant now = harbour.partners().clock().instant();
        long booking = harbour.partners()
                .nexudus()
                .book(
                        harbour.customer(PreparedWorld.AISHA).value(),
                        harbour.partners().nexudus().room("Meeting Room 4"),
                        now,
                        now.plus(1, ChronoUnit.HOURS));
        eventually("Aisha in", () -> harbour.isIn(PreparedWorld.AISHA, ROOM_4));
        harbour.partners().nexudus().cancelBooking(booking);
        eventually("Aisha out", () -> !harbour.isIn(PreparedWorld.AISHA, ROOM_4));
    }

    @Test
    @Order(6)
    void leavesAloneWhomSomebodyElseHasPutIn() {
        harbour.fullRun();
        assertThat(harbour.isIn(PreparedWorld.DULCE, OFFICE_12)).isTrue();
        assertThat(harbour.isIn(PreparedWorld.ELIF, OFFICE_12)).isTrue();
    }

    @Test
    @Order(6)
    void letsABuyerInWhileAFullRunIsUnderWay() {
        harbour.partners().nexudus().fail("GET .*/bookings", Fault.delay(Duration.ofSeconds(2)));
        harbour.partners()
                .salto()
                .fail("GET .*/users", Fault.delay(Duration.ofSeconds(1)).always());
        long before = harbour.lastFull().orElseThrow().number();
        harbour.bean(Sync.class).again(harbour.space(), Subject.wholeSpace(), "test");
        eventually("the full run begun", () -> harbour.lastFull().orElseThrow().number() > before);
        harbour.partners()
                .nexudus()
                .buyPass(
                        harbour.customer(PreparedWorld.AISHA).value(),
                        harbour.partners().nexudus().pass("Flex pass"));
        eventually("Aisha in", () -> harbour.isIn(PreparedWorld.AISHA, FLEX));
        assertThat(harbour.lastFull())
                .hasValueSatisfying(run -> assertThat(run.outcome()).isEqualTo(RunOutcome.RUNNING));
        harbour.partners().salto().clearFaults();
        eventually("the full run's end", () -> harbour.lastFull().orElseThrow().outcome() != RunOutcome.RUNNING);
        assertThat(harbour.lastFull())
                .hasValueSatisfying(run -> assertThat(run.outcome()).isEqualTo(RunOutcome.DONE));
        assertThat(harbour.isIn(PreparedWorld.AISHA, FLEX)).isTrue();
        RunRow next = harbour.fullRun();
        assertThat(next.changedSomething()).isFalse();
    }

    @Test
    @Order(7)
    void takesNobodyOutWhileAPartnerIsAwayAndCatchesUpAfterwards() {
        harbour.partners().nexudus().takeDown();
        harbour.partners()
                .salto()
                .addUserByHand(
                        harbour.partners().salto().site(PreparedWorld.HARBOUR_HOUSE), "By", "Hand", "by@hand.example");
        RunRow away = harbour.fullRun();
        assertThat(away.outcome()).isIn(RunOutcome.FAILED, RunOutcome.PARTLY);
        assertThat(away.removed()).isZero();
        assertThat(nexudus()).isEqualTo(State.PARTNER_SILENT);
        assertThat(harbour.isIn(PreparedWorld.MARTA, FLEX)).isTrue();
        harbour.partners().nexudus().bringUp();
        RunRow back = harbour.fullRun();
        assertThat(back.removed()).isZero();
        eventually(
                "well again",
                () -> harbour.lastFull()
                        .filter(run -> run.outcome() == RunOutcome.DONE)
                        .isPresent());
        assertThat(nexudus()).isEqualTo(State.CONNECTED);
    }

    private State nexudus() {
        return harbour.bean(Connections.class).state(harbour.space(), Partner.NEXUDUS);
    }

    @Test
    @Order(8)
    void closesForSomebodyWhoIsSuspended() {
        harbour.partners()
                .nexudus()
                .suspend(harbour.customer(PreparedWorld.BENGT).value());
        eventually("Bengt out", () -> !harbour.isIn(PreparedWorld.BENGT, OFFICE_12));
        assertThat(harbour.isIn(PreparedWorld.DULCE, OFFICE_12)).isTrue();
    }

    @Test
    @Order(9)
    void writesDownEveryCallByWhichItChangedSomething() {
        List<String> received = harbour.partners().salto().calls().writes().all().stream()
                .map(call -> said(call.method(), call.path(), call.status(), call.requestId()))
                .toList();
        assertThat(received).isNotEmpty();
        eventually("all of them are on the pages of their runs", () -> shown().containsAll(received));
    }

    @Test
    @Order(10)
    void handsOutAWholeRunAsJson() {
        Runs runs = harbour.bean(Runs.class);
        RunDetail run = runs.run(
                        harbour.space(),
                        runs.runs(harbour.space(), true, 0, 1).getFirst().number())
                .orElseThrow();
        assertThat(runs.json(harbour.space(), run.run().number()).orElseThrow())
                .contains("\"is\":\"")
                .contains(run.changes().getFirst().name())
                .contains(run.calls().getFirst().requestId());
    }

    private List<String> shown() {
        Runs runs = harbour.bean(Runs.class);
        return runs.runs(harbour.space(), true, 0, 500).stream()
                .flatMap(run -> runs.run(harbour.space(), run.number()).orElseThrow().calls().stream())
                .map(call -> said(call.method(), call.path(), call.status(), call.requestId()))
                .toList();
    }

    private static String said(String method, String path, int status, String requestId) {
        return "%s %s %d %s".formatted(method, path, status, requestId);
    }
}
