package app.latchkey.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.product.FreePort;
import app.latchkey.space.TestDatabase;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
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
    void theProcessGoesOnByItself(int seconds) throws Exception {
        Trials trials = new Trials(
                "database-away-" + seconds, "the database out of reach for " + seconds + " s amid the writes of a run");
        Street.ofHouses(TIMES, (house, _) -> {
            int port = FreePort.find();
            List<Integer> database =
                    List.of(URI.create(house.deployment().jdbcUrl().substring("jdbc:".length()))
                            .getPort());
            Front way = Front.at(port, database);
            try (JarProcess node = house.deployment().withDatabaseAt(port).start()) {
                Crowd crowd = amidWrites(house);
                way.close();
                RealTime.passes(Duration.ofSeconds(seconds));
                boolean midway = !crowd.isRight();
                way = Front.at(port, database);
                trials.add(crowd.judge(midway, RealTime.until(crowd::isRight)));
                assertThat(node.isRunning()).isTrue();
            } finally {
                way.close();
            }
        });
        areSound(trials, TIMES);
    }

    /** As after a failover to a server that is not yet the first: it answers, and takes nothing. */
    @Test
    void theProcessGoesOnByItselfWhenNothingCouldBeWritten() throws Exception {
        Trials trials = new Trials("database-read-only-30", "the database read-only for 30 s amid the writes of a run");
        for (int time = 0; time < TIMES; time++) {
            Street.ofHouses(1, (house, _) -> {
                try (JarProcess node = house.deployment().start()) {
                    Crowd crowd = amidWrites(house);
                    readOnly("on");
                    boolean midway;
                    try {
                        RealTime.passes(Duration.ofSeconds(30));
                        midway = !crowd.isRight();
                    } finally {
                        readOnly("off");
                    }
                    trials.add(crowd.judge(midway, RealTime.until(crowd::isRight)));
                    assertThat(node.isRunning()).isTrue();
                }
            });
        }
        areSound(trials, TIMES);
    }

    private static Crowd amidWrites(HarbourAtRest house) {
        Crowd crowd = Crowd.in(house);
        house.makeDue();
        RealTime.until(crowd::isSettled);
        house.partners().salto().fail("/users", Fault.delay(CALL).always());
        crowd.turn();
        RealTime.until(() -> Deeds.atSalto(house.partners()).count() >= 2);
        return crowd;
    }

    /** All databases of the server, in the connections that are open as well. */
    private static void readOnly(String onOrOff) throws SQLException {
        try (Connection server = TestDatabase.server().superuser("postgres");
                Statement statement = server.createStatement()) {
            statement.execute("set default_transaction_read_only = off");
            statement.execute("alter system set default_transaction_read_only = " + onOrOff);
            statement.execute("select pg_reload_conf()");
        }
    }

    private static void areSound(Trials trials, int times) {
        assertThat(trials.all())
                .hasSize(times)
                .allMatch(Trial::isSound)
                .allMatch(trial -> trial.toRight().compareTo(LONGEST) <= 0);
    }
}
