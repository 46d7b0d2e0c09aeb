package app.latchkey.sync;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Case;
import app.latchkey.entitlement.Cure;
import app.latchkey.entitlement.DoorState;
import app.latchkey.entitlement.Reason;
import app.latchkey.operator.ChangeSettings;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import sandbox.salto.Decision;
import sandbox.salto.Salto;
import sandbox.world.PreparedWorld;

/** What is said to open a door does open it. */
@WithProduct(own = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorQuestionsIT {

    private static final String FLEX = "Flex members";
    private static final String OFFICE = "Off. 14 (3rd floor)";

    private final Harbour harbour;
    private final DoorQuestions questions;

    DoorQuestionsIT(RunningProduct product) {
        harbour = new Harbour(product);
        questions = harbour.bean(DoorQuestions.class);
    }

    @BeforeAll
    void begin() {
        harbour.begin();
        harbour.fullRun();
    }

    @Test
    void whoeverHasBoughtNothingIsToBuySomethingThatEarnsTheGroup() {
        DoorAnswer answer = ask(PreparedWorld.TOMASZ);
        assertThat(answer.explanation().verdict()).isEqualTo(DoorState.CLOSED);
        CustomerId tomasz = harbour.customer(PreparedWorld.TOMASZ);
        assertThat(answer.cures()).contains(List.of(new Cure.Buy(tomasz, harbour.group(FLEX))));
        assertThat(answer.names().earning()).contains("Flex pass");

        harbour.partners()
                .nexudus()
                .buyPass(tomasz.value(), harbour.partners().nexudus().pass("Flex pass"));
        eventually("Tomasz in", () -> harbour.isIn(PreparedWorld.TOMASZ, FLEX));
        eventually(
                "only the invitation is left",
                () -> ask(PreparedWorld.TOMASZ).cures().orElseThrow().stream()
                        .map(DoorQuestionsIT::hindrance)
                        .toList()
                        .equals(List.of("invitation-open")));
    }

    private static String hindrance(Cure cure) {
        return cure instanceof Cure.Settle(Reason hindrance) ? hindrance.code() : cure.toString();
    }

    @Test
    void whoeverIsSuspendedIsToBeLetInAgain() {
        CustomerId marta = harbour.customer(PreparedWorld.MARTA);
        harbour.partners().nexudus().suspend(marta.value());
        eventually("Marta out", () -> !harbour.isIn(PreparedWorld.MARTA, FLEX));
        assertThat(ask(PreparedWorld.MARTA).cures()).contains(List.of(new Cure.LetInAgain(marta)));
        harbour.partners().nexudus().unsuspend(marta.value());
        eventually("Marta in", () -> harbour.isIn(PreparedWorld.MARTA, FLEX));
    }

    @Test
    void inAPauseChangesAreToBeLetThroughToo() {
        harbour.asOperator(ChangeSettings.class, settings -> settings.pause(harbour.space(), "ana"));
        CustomerId joao = harbour.customer(PreparedWorld.JOAO);
        AccessGroupId evening = harbour.group("Evening 18-22");
        assertThat(questions.ask(harbour.space(), joao, evening).orElseThrow().cures())
                .contains(List.of(new Cure.Buy(joao, evening), new Cure.LetChangesThrough()));
        harbour.asOperator(ChangeSettings.class, settings -> settings.resume(harbour.space(), "ana"));
    }

    /** The lock says no, and what is said of it says when it will say yes. */
    @Case(46)
    @Test
    void whoeverComesOutsideTheHoursIsToWaitForThem() {
        LocalTime opens = harbour.partners()
                                .clock()
                                .instant()
                                .atZone(PreparedWorld.LISBON)
                                .getHour()
                        < 12
                ? LocalTime.of(20, 0)
                : LocalTime.of(8, 0);
        AccessGroupId office = harbour.group(OFFICE);
        harbour.partners().salto().countsDaily(office.toString(), opens, opens.plusHours(1));
        harbour.fullRun();

        DoorAnswer shut = ask(PreparedWorld.ELIF, OFFICE);
        Instant again = shut.explanation().until().orElseThrow();
        assertThat(again.atZone(PreparedWorld.LISBON).toLocalTime()).isEqualTo(opens);
        assertThat(shut.explanation().verdict()).isEqualTo(DoorState.NEXT);
        assertThat(shut.explanation().reason()).isInstanceOf(Reason.OutsideHours.class);
        assertThat(shut.cures()).contains(List.of(new Cure.WaitUntil(again)));
        assertThat(lockSays(again.minusSeconds(1))).isEqualTo(Decision.OUTSIDE_SCHEDULE);
        assertThat(lockSays(again)).isEqualTo(Decision.OPENS);

        harbour.partners()
                .clock()
                .advance(Duration.between(harbour.partners().clock().instant(), again));
        DoorAnswer open = ask(PreparedWorld.ELIF, OFFICE);
        assertThat(open.explanation().verdict()).isEqualTo(DoorState.OPEN);
        assertThat(open.explanation().until()).contains(again.plus(Duration.ofHours(1)));
        assertThat(lockSays(again.plus(Duration.ofMinutes(59)))).isEqualTo(Decision.OPENS);
        assertThat(lockSays(again.plus(Duration.ofMinutes(61)))).isEqualTo(Decision.OUTSIDE_SCHEDULE);
    }

    private Decision lockSays(Instant when) {
        Salto salto = harbour.partners().salto();
        return salto.canOpen(PreparedWorld.ELIF, salto.lock(PreparedWorld.HARBOUR_HOUSE, "Office 14"), when);
    }

    @Test
    void ofSomebodyUnknownAndOfAnUnknownGroupNothingIsSaid() {
        assertThat(questions.ask(harbour.space(), new CustomerId(999_999_999), harbour.group(FLEX)))
                .isEmpty();
        assertThat(questions.ask(
                        harbour.space(), harbour.customer(PreparedWorld.MARTA), new AccessGroupId(UUID.randomUUID())))
                .isEmpty();
    }

    private DoorAnswer ask(String email) {
        return ask(email, FLEX);
    }

    private DoorAnswer ask(String email, String group) {
        return questions
                .ask(harbour.space(), harbour.customer(email), harbour.group(group))
                .orElseThrow();
    }
}
