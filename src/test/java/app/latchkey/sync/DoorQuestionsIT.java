package app.latchkey.sync;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Cure;
import app.latchkey.entitlement.DoorState;
import app.latchkey.entitlement.Reason;
import app.latchkey.operator.ChangeSettings;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import sandbox.world.PreparedWorld;

/** What is said to open a door does open it. */
@WithProduct(own = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorQuestionsIT {

    private static final String FLEX = "Flex members";

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
        AccessGroupId visitors = harbour.group("Day visitors");
        assertThat(questions.ask(harbour.space(), joao, visitors).orElseThrow().cures())
                .contains(List.of(new Cure.Buy(joao, visitors), new Cure.LetChangesThrough()));
        harbour.asOperator(ChangeSettings.class, settings -> settings.resume(harbour.space(), "ana"));
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
        return questions
                .ask(harbour.space(), harbour.customer(email), harbour.group(FLEX))
                .orElseThrow();
    }
}
