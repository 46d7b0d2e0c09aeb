package app.latchkey.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.sync.run.Flaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The engine in random stories, each from a seed of its own: {@code -Dsimulation.first=4711 -Dsimulation.seeds=1} tells one again. */
@ExtendWith(QuietEngine.class)
class SimulationTest {

    private static final long FIRST = Long.getLong("simulation.first", 0);
    private static final int SEEDS = Integer.getInteger("simulation.seeds", 100);
    private static final int ACTS = 200;
    private static final int TOLD_TWICE = 20;
    private static final int SEEDS_FOR_A_FLAW = 300;
    private static final int ACTS_FOR_A_FLAW = 90;
    private static final int SHORT = 16;
    private static final RandomStories STORIES = new RandomStories(seed -> Story.of(seed, ACTS));
    /** Most of the time goes into stories that do not meet the flaw: the shorter they are, the sooner one does. */
    private static final RandomStories SHORTER = new RandomStories(seed -> Story.of(seed, ACTS_FOR_A_FLAW));

    @Test
    void keepsEveryPromiseInEveryStory() {
        STORIES.keepEveryPromise(FIRST, SEEDS);
    }

    @Test
    void tellsAStoryTheSameWayAgain() {
        STORIES.endTheSameWayAgain(TOLD_TWICE);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE", "SPEAKS_FOR_ANOTHER_SPACE"})
    void noticesWhatIsWrongAndSaysItInAFewActs(Flaw flaw) {
        Story shrunk = SHORTER.showing(flaw, near(flaw), SEEDS_FOR_A_FLAW, SHORT);
        assertThat(Simulation.tell(shrunk, Flaw.NONE).isGood()).isTrue();
    }

    /** Where to begin: most stories do not meet these flaws, and to tell them takes longer than all else here. Any other beginning does as well. */
    private static long near(Flaw flaw) {
        return switch (flaw) {
            case FORGETS_WHAT_COMES_IN -> 69;
            case LOOKS_ONLY_ONCE -> 63;
            case LEAVES_STEPS_OPEN -> 102;
            default -> 0;
        };
    }
}
