package app.latchkey.packaged;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Case;
import app.latchkey.sync.Leaving.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import sandbox.http.Fault;
import sandbox.world.PreparedWorld;

/**
 * A power cut, to a process of its own, while it lets people in and while their space leaves: the next one goes on, by what the partners have on
 * record. The people are the same in both, one after the other.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KilledIT {

    private static final int BUYERS = 20;

    private final HarbourAtRest house = HarbourAtRest.setUp();
    private final Deployment deployment = house.deployment().withShortLeases();
    private final List<String> buyers = house.buyers("killed", BUYERS);

    @BeforeEach
    void slowly() {
        house.partners().resetJournal();
        house.partners()
                .salto()
                .fail("/users", Fault.delay(Duration.ofMillis(150)).always());
    }

    @AfterEach
    void asFastAsEver() {
        house.partners().salto().clearFaults();
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Order(1)
    @Test
    void goesOnWhereItWasKilledWithNothingDoubledOrLost() throws Exception {
        house.makeDue();
        try (JarProcess jar = deployment.start()) {
            eventually("some writes", () -> Deeds.atSalto(house.partners()).count() >= 9);
            jar.kill();
        }
        assertThat(house.countIn(buyers)).as("killed in the middle").isLessThan(BUYERS);
        house.partners().salto().clearFaults();
        try (JarProcess again = deployment.start()) {
            eventually("all in", () -> house.allIn(buyers));
            eventually("the run's end", house::isServed);
            assertThat(again.output()).doesNotContain(" ERROR ");
        }
        Deeds deeds = Deeds.atSalto(house.partners());
        assertThat(deeds.doubled()).isEmpty();
        assertThat(deeds.removals()).isEmpty();
        assertThat(house.harbour().isIn(PreparedWorld.DULCE, "Office 12")).isTrue();
    }

    /** The receipt names everybody once. */
    @Case(53)
    @Order(2)
    @Test
    void endsWhatItHadBegunWithNobodyTakenOutTwiceOrForgotten() throws Exception {
        assertThat(house.allIn(buyers)).as("the test before").isTrue();
        int ours = house.ours();
        house.leave();
        try (JarProcess jar = deployment.start()) {
            eventually(
                    "some are out",
                    () -> Deeds.atSalto(house.partners()).removals().size() >= 7);
            jar.kill();
        }
        assertThat(house.countIn(buyers)).as("killed in the middle").isPositive();
        house.partners().salto().clearFaults();
        try (JarProcess again = deployment.start()) {
            eventually("it has left", house::hasLeft);
            assertThat(again.output()).doesNotContain(" ERROR ");
        }
        assertThat(house.countIn(buyers)).isZero();
        assertThat(house.partners().nexudus().hookSecrets()).isEmpty();
        assertThat(house.receipt()).hasSize(ours).containsOnly(Outcome.TAKEN_OUT);
        assertThat(Deeds.atSalto(house.partners()).doubled()).isEmpty();
        assertThat(house.harbour().isIn(PreparedWorld.DULCE, "Office 12"))
                .as("put in by hand")
                .isTrue();
    }
}
