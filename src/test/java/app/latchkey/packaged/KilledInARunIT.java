package app.latchkey.packaged;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import sandbox.http.Fault;
import sandbox.world.PreparedWorld;

/** A power cut in the middle of a run, to a process of its own: the next one goes on, by what the partners have on record. */
class KilledInARunIT {

    private static final int BUYERS = 20;

    @Test
    void goesOnWhereItWasKilledWithNothingDoubledOrLost() throws Exception {
        try (HarbourAtRest house = HarbourAtRest.setUp()) {
            List<String> buyers = house.buyers("killed", BUYERS);
            house.makeDue();
            house.partners()
                    .salto()
                    .fail("/users", Fault.delay(Duration.ofMillis(150)).always());
            Deployment deployment = house.deployment().withShortLeases();
            killAmidWrites(deployment);
            assertThat(house.countIn(buyers)).as("killed in the middle").isLessThan(BUYERS);
            house.partners().salto().clearFaults();
            try (JarProcess again = deployment.start()) {
                eventually("all in", () -> house.allIn(buyers));
                assertThat(again.output()).doesNotContain(" ERROR ");
            }
            Deeds deeds = Deeds.atSalto(house.partners());
            assertThat(deeds.doubled()).isEmpty();
            assertThat(deeds.removals()).isEmpty();
            assertThat(house.harbour().isIn(PreparedWorld.DULCE, "Office 12")).isTrue();
        }
    }

    private static void killAmidWrites(Deployment deployment) throws Exception {
        try (JarProcess jar = deployment.start()) {
            eventually("some writes", () -> Deeds.atSalto(deployment.partners()).count() >= 9);
            jar.kill();
        }
    }
}
