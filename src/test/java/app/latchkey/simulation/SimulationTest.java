package app.latchkey.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.simulation.Simulation.Ending;
import app.latchkey.sync.run.Flaw;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** The engine in random stories, each from a seed of its own: {@code -Dsimulation.first=4711 -Dsimulation.seeds=1} tells one again. */
class SimulationTest {

    private static final LoggingSystem LOGGING = LoggingSystem.get(SimulationTest.class.getClassLoader());
    private static final long FIRST = Long.getLong("simulation.first", 0);
    private static final int SEEDS = Integer.getInteger("simulation.seeds", 300);
    private static final int ACTS = 200;
    private static final int TOLD_TWICE = 20;
    private static final int SEEDS_FOR_A_FLAW = 100;
    private static final int SHORT = 16;

    /** Lost leases and the like are what these stories are about. */
    @BeforeAll
    static void quietly() {
        LOGGING.setLogLevel("app.latchkey.sync", LogLevel.OFF);
    }

    @AfterAll
    static void aloud() {
        LOGGING.setLogLevel("app.latchkey.sync", null);
    }

    @Test
    void keepsEveryPromiseInEveryStory() {
        OptionalLong bad = LongStream.range(FIRST, FIRST + SEEDS)
                .parallel()
                .filter(seed ->
                        !Simulation.tell(Story.of(seed, ACTS), Flaw.NONE).isGood())
                .findFirst();
        bad.ifPresent(seed -> {
            throw new AssertionError(Shrinker.report(seed, Story.of(seed, ACTS), Flaw.NONE));
        });
    }

    @Test
    void tellsAStoryTheSameWayAgain() {
        LongStream.range(0, TOLD_TWICE).forEach(seed -> {
            Ending once = Simulation.tell(Story.of(seed, ACTS), Flaw.NONE);
            assertThat(Simulation.tell(Story.of(seed, ACTS), Flaw.NONE)).isEqualTo(once);
        });
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE", "SPEAKS_FOR_ANOTHER_SPACE"})
    void noticesWhatIsWrongAndSaysItInAFewActs(Flaw flaw) {
        long seed = LongStream.range(0, SEEDS_FOR_A_FLAW)
                .filter(each -> !Simulation.tell(Story.of(each, ACTS), flaw).isGood())
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody noticed"));
        Story shrunk = Shrinker.shrunk(Story.of(seed, ACTS), flaw);
        assertThat(shrunk.acts()).as(() -> Shrinker.report(seed, shrunk, flaw)).hasSizeLessThanOrEqualTo(SHORT);
        assertThat(Simulation.tell(shrunk, Flaw.NONE).isGood()).isTrue();
    }
}
