package app.latchkey.packaged;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Case;
import app.latchkey.sync.Leaving.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import sandbox.http.Fault;
import sandbox.world.PreparedWorld;

/** A power cut while a space takes out whom it let in: the next process ends it, and the receipt names everybody once. */
class KilledWhileLeavingIT {

    private static final int BUYERS = 20;

    @Case(53)
    @Test
    void endsWhatItHadBegunWithNobodyTakenOutTwiceOrForgotten() throws Exception {
        try (HarbourAtRest house = HarbourAtRest.setUp()) {
            Deployment deployment = house.deployment().withShortLeases();
            List<String> buyers = house.buyers("leaver", BUYERS);
            house.makeDue();
            try (JarProcess jar = deployment.start()) {
                eventually("all in", () -> house.allIn(buyers));
                eventually("the run's end", house::isServed);
            }
            int ours = house.ours();
            house.leave();
            house.partners().resetJournal();
            house.partners()
                    .salto()
                    .fail("/users", Fault.delay(Duration.ofMillis(150)).always());
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
}
