package app.latchkey.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.product.FreePort;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sandbox.http.Fault;

/** The way to the database is cut amid the writes of a run, and mended: the process goes on without being started again. */
class DatabaseAwayEndurance {

    private static final int TIMES = Integer.getInteger("endurance.database.away", 5);
    private static final Duration CALL = Duration.ofMillis(150);
    /** From the database's return until everybody is where they belong. */
    private static final Duration LONGEST = Duration.ofSeconds(15);

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 30})
    void theProcessGoesOnByItself(int seconds) throws IOException, InterruptedException {
        Trials trials = new Trials(
                "database-away-" + seconds, "the database out of reach for " + seconds + " s amid the writes of a run");
        try (HarbourAtRest house = HarbourAtRest.setUpForManyChanges()) {
            int port = FreePort.find();
            List<Integer> database =
                    List.of(URI.create(house.deployment().jdbcUrl().substring("jdbc:".length()))
                            .getPort());
            Front way = Front.at(port, database);
            try (JarProcess node = house.deployment().withDatabaseAt(port).start()) {
                Crowd crowd = Crowd.in(house);
                house.makeDue();
                RealTime.until(crowd::isSettled);
                house.partners().salto().fail("/users", Fault.delay(CALL).always());
                for (int time = 0; time < TIMES; time++) {
                    crowd.turn();
                    RealTime.until(() -> Deeds.atSalto(house.partners()).count() >= 2);
                    way.close();
                    RealTime.passes(Duration.ofSeconds(seconds));
                    boolean midway = !crowd.isRight();
                    way = Front.at(port, database);
                    trials.add(crowd.judge(midway, RealTime.until(crowd::isRight)));
                }
                assertThat(node.isRunning()).isTrue();
            } finally {
                way.close();
            }
        }
        assertThat(trials.all())
                .hasSize(TIMES)
                .allMatch(Trial::isSound)
                .allMatch(trial -> trial.toRight().compareTo(LONGEST) <= 0);
    }
}
