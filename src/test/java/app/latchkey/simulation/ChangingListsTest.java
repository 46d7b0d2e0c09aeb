package app.latchkey.simulation;

import app.latchkey.sync.run.Flaw;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Records come, go and change while the product's own clients read them page by page, in random stories: nobody who was entitled all the time is
 * put out. {@code -Dsimulation.first=4711 -Dsimulation.seeds=1} tells one again. What a single list makes of such changes is tried far more often by
 * {@code ListsTest} and {@code SaltoPagesTest}.
 */
class ChangingListsTest {

    private static final LoggingSystem LOGGING = LoggingSystem.get(ChangingListsTest.class.getClassLoader());
    private static final long FIRST = Long.getLong("simulation.first", 0);
    private static final int SEEDS = Integer.getInteger("simulation.seeds", 80);
    private static final int ROUNDS = 3;

    @BeforeAll
    static void quietly() {
        LOGGING.setLogLevel("app.latchkey.sync", LogLevel.OFF);
    }

    @AfterAll
    static void aloud() {
        LOGGING.setLogLevel("app.latchkey.sync", null);
    }

    @Test
    void putsNobodyOutWhoWasEntitledAllTheTime() {
        OptionalLong bad = LongStream.range(FIRST, FIRST + SEEDS)
                .parallel()
                .filter(seed -> !Simulation.tell(Story.ofChangingLists(seed, ROUNDS), Flaw.NONE)
                        .isGood())
                .findFirst();
        bad.ifPresent(seed -> {
            throw new AssertionError(Shrinker.report(seed, Story.ofChangingLists(seed, ROUNDS), Flaw.NONE));
        });
    }
}
