package app.latchkey.sync;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Case;
import app.latchkey.operator.DecideDisputes;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import sandbox.http.Fields;
import sandbox.world.PreparedWorld;

/** Somebody else keeps changing a membership of ours: asked, not fought. */
@WithProduct(own = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisputesIT {

    private static final String FLEX = "Flex members";
    private static final int MOST = 4;

    private final Harbour harbour;
    private final DisputeQuestions disputes;

    DisputesIT(RunningProduct product) {
        harbour = new Harbour(product);
        disputes = harbour.bean(DisputeQuestions.class);
    }

    @BeforeAll
    void begin() {
        harbour.begin();
        harbour.fullRun();
    }

    @Case(18)
    @Test
    void asksWhenSomebodyTakesAPersonOutASecondTimeAndGoesByTheAnswer() {
        takesOut();
        harbour.fullRun();
        assertThat(harbour.isIn(PreparedWorld.MARTA, FLEX)).as("put back once").isTrue();
        takesOut();
        harbour.fullRun();
        harbour.fullRun();
        assertThat(harbour.isIn(PreparedWorld.MARTA, FLEX)).isFalse();
        Dispute question = about("Marta Nunes");
        assertThat(question.backAndForth()).isFalse();
        assertThat(question.because()).isNotEmpty();
        assertThat(decisions()).isEqualTo(1);

        harbour.asOperator(DecideDisputes.class, decide -> decide.leaveOut(harbour.space(), question));
        harbour.fullRun();
        assertThat(about("Marta Nunes").leftOut()).isTrue();
        assertThat(decisions()).isZero();
        assertThat(harbour.isIn(PreparedWorld.MARTA, FLEX)).isFalse();

        harbour.asOperator(DecideDisputes.class, decide -> decide.letIn(harbour.space(), about("Marta Nunes")));
        eventually("Marta in again", () -> harbour.isIn(PreparedWorld.MARTA, FLEX));
        eventually("the run has noted it", () -> disputes.all(harbour.space()).isEmpty());
    }

    @Test
    void stopsLettingInWhoComesAndGoesAllDayForTheSamePurchase() {
        long tomasz = harbour.customer(PreparedWorld.TOMASZ).value();
        harbour.partners()
                .nexudus()
                .buyPass(tomasz, harbour.partners().nexudus().pass("Flex pass"));
        for (int times = 0; times < MOST; times++) {
            eventually("Tomasz in", () -> harbour.isIn(PreparedWorld.TOMASZ, FLEX));
            harbour.partners().nexudus().suspend(tomasz);
            eventually("Tomasz out", () -> !harbour.isIn(PreparedWorld.TOMASZ, FLEX));
            harbour.partners().nexudus().unsuspend(tomasz);
        }
        eventually("the question", () -> !disputes.all(harbour.space()).isEmpty());
        assertThat(about("Tomasz Wójcik").backAndForth()).isTrue();
        harbour.awaitMail("Somebody else takes 1 person out");
        harbour.partners().clock().advance(Duration.ofDays(2));
        harbour.fullRun();
        harbour.awaitMail("A day has passed: somebody else took 1 person out");
        assertThat(harbour.isIn(PreparedWorld.TOMASZ, FLEX))
                .as("until somebody answers")
                .isFalse();

        harbour.asOperator(DecideDisputes.class, decide -> decide.letIn(harbour.space(), about("Tomasz Wójcik")));
        eventually("Tomasz in again", () -> harbour.isIn(PreparedWorld.TOMASZ, FLEX));
    }

    @Test
    void saysWhoTheOtherWriterMayBe() {
        assertThat(otherWriter()).contains("no sign of its own Salto integration");
        harbour.partners()
                .nexudus()
                .edit(
                        "Coworker",
                        harbour.customer(PreparedWorld.AISHA).value(),
                        Fields.of("SaltoV2AccessToken", "given-by-nexudus"));
        assertThat(otherWriter()).contains("seems to be switched on: 1 person connected to Salto");
    }

    private String otherWriter() {
        return harbour.asOperator(() -> harbour.bean(DecideDisputes.class).otherWriter(harbour.space()))
                .join();
    }

    private Dispute about(String name) {
        List<Dispute> all = disputes.all(harbour.space());
        return all.stream()
                .filter(dispute -> dispute.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private int decisions() {
        return harbour.bean(Overviews.class).of(harbour.space()).decisions();
    }

    private void takesOut() {
        harbour.partners()
                .salto()
                .removeByHand(PreparedWorld.MARTA, harbour.group(FLEX).toString());
    }
}
