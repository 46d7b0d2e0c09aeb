package app.latchkey.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import sandbox.http.Fault;

/** Of two nodes the one that serves dies, or stops for longer than its lease lasts and then goes on where it was. */
class TwoNodesEndurance {

    private static final int KILLS = Integer.getInteger("endurance.nodes.killed", 20);
    private static final int FREEZES = Integer.getInteger("endurance.nodes.frozen", 50);
    private static final int HOUSES = Integer.getInteger("endurance.houses", 2);
    private static final Duration FREEZE = Duration.ofSeconds(60);
    /** Long enough for whatever the thawed node had in its hands. */
    private static final Duration AFTERWARDS = Duration.ofSeconds(12);

    private static final Duration CALL = Duration.ofMillis(150);
    private static final int WRITES = 7;

    @Test
    void theOtherGoesOnWhenTheOneThatServesIsKilled() throws Exception {
        Trials trials = new Trials("nodes-killed", "`kill -9` of the one of two nodes that serves, amid its writes");
        Street.ofHouses(HOUSES, (house, random) -> {
            try (TwoNodes nodes = new TwoNodes(house, house.deployment())) {
                Crowd crowd = settled(house);
                for (int kill = 0; kill < KILLS / HOUSES; kill++) {
                    awaitWrites(crowd, house, random);
                    nodes.holder().kill();
                    boolean midway = !crowd.isRight();
                    Duration toRight = RealTime.until(crowd::isRight);
                    trials.add(crowd.judge(midway, toRight));
                    nodes.startWhatWasKilled();
                }
            }
        });
        assertThat(trials.all()).hasSize(KILLS / HOUSES * HOUSES).allMatch(Trial::isSound);
    }

    @Test
    void nothingStaleIsWrittenByOneThatWasFrozen() throws Exception {
        Trials trials = new Trials(
                "nodes-frozen", "the one of two nodes that serves stopped for 60 s amid its writes, then let go");
        Street.ofHouses(HOUSES, (house, random) -> {
            try (TwoNodes nodes = new TwoNodes(house, house.deployment())) {
                Crowd crowd = settled(house);
                for (int freeze = 0; freeze < FREEZES / HOUSES; freeze++) {
                    awaitWrites(crowd, house, random);
                    JarProcess holder = nodes.holder();
                    holder.freeze();
                    boolean midway = !crowd.isRight();
                    Duration toRight = passesFrozen(crowd);
                    holder.thaw();
                    RealTime.passes(AFTERWARDS);
                    trials.add(crowd.judge(midway, toRight));
                }
            }
        });
        assertThat(trials.all()).hasSize(FREEZES / HOUSES * HOUSES).allMatch(Trial::isSound);
    }

    /** The whole freeze; answers when the other node had everything right. */
    private static Duration passesFrozen(Crowd crowd) {
        long frozen = System.nanoTime();
        Duration toRight = RealTime.until(crowd::isRight);
        RealTime.passes(FREEZE.minusNanos(System.nanoTime() - frozen));
        return toRight;
    }

    private static Crowd settled(HarbourAtRest house) {
        Crowd crowd = Crowd.in(house);
        house.makeDue();
        RealTime.until(crowd::isSettled);
        house.partners().salto().fail("/users", Fault.delay(CALL).always());
        return crowd;
    }

    private static void awaitWrites(Crowd crowd, HarbourAtRest house, RandomGenerator random) {
        crowd.turn();
        int some = random.nextInt(WRITES);
        RealTime.until(() -> Deeds.atSalto(house.partners()).count() >= some);
    }
}
