package app.latchkey.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import sandbox.http.Fault;

/** {@code kill -9} at a random point of a run, again and again: the next process goes on. */
class KilledEndurance {

    private static final int KILLS = Integer.getInteger("endurance.kills", 200);
    private static final int HOUSES = Integer.getInteger("endurance.houses", 2);
    /** About as long as the run lasts that is cut short. */
    private static final int RUN_MILLIS = 3_000;

    private static final Duration CALL = Duration.ofMillis(60);

    private final Trials trials = new Trials("killed", "`kill -9` of the only process at a random point of a run");

    @Test
    void everyoneIsWhereTheyBelongAfterEveryKill() throws Exception {
        Street.ofHouses(HOUSES, this::killAgainAndAgain);
        assertThat(trials.all()).hasSize(KILLS / HOUSES * HOUSES).allMatch(Trial::isSound);
    }

    private void killAgainAndAgain(HarbourAtRest house, RandomGenerator random)
            throws IOException, InterruptedException {
        Crowd crowd = Crowd.in(house);
        house.makeDue();
        Deployment deployment = house.deployment().withShortLeases();
        JarProcess node = deployment.start();
        RealTime.until(crowd::isSettled);
        house.partners().salto().fail("/users", Fault.delay(CALL).always());
        for (int kill = 0; kill < KILLS / HOUSES; kill++) {
            crowd.turn();
            RealTime.passes(Duration.ofMillis(random.nextInt(RUN_MILLIS)));
            node.kill();
            node.close();
            boolean midway = !crowd.isRight();
            long killed = System.nanoTime();
            node = deployment.start();
            RealTime.until(crowd::isRight);
            trials.add(crowd.judge(midway, Duration.ofNanos(System.nanoTime() - killed)));
        }
        node.close();
    }
}
