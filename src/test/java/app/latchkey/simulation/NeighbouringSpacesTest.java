package app.latchkey.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.connection.Partner;
import app.latchkey.simulation.Act.Buy;
import app.latchkey.simulation.Act.Hook;
import app.latchkey.simulation.Simulation.Ending;
import app.latchkey.sync.run.Flaw;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two or three spaces with one engine, each with a location and a site of its own and some people in common, in random stories:
 * {@code -Dsimulation.first=4711 -Dsimulation.seeds=1} tells one again. Which token a call bears lies below what is
 * simulated; here it is never made on another space's behalf.
 */
@ExtendWith(QuietEngine.class)
class NeighbouringSpacesTest {

    private static final long FIRST = Long.getLong("simulation.first", 0);
    private static final int SEEDS = Integer.getInteger("simulation.seeds", 15);
    private static final int ACTS = 120;
    private static final int TOLD_TWICE = 3;
    private static final int SEEDS_FOR_A_FLAW = 20;
    private static final int SHORT = 16;
    private static final RandomStories STORIES = new RandomStories(seed -> Story.ofSpaces(seed, ACTS));

    @Test
    void keepsEveryPromiseOfEverySpace() {
        STORIES.keepEveryPromise(FIRST, SEEDS);
    }

    @Test
    void tellsAStoryTheSameWayAgain() {
        STORIES.endTheSameWayAgain(TOLD_TWICE);
    }

    @ParameterizedTest
    @EnumSource(names = {"SPEAKS_FOR_ANOTHER_SPACE", "CLOSES_LATE"})
    void noticesWhatIsWrongAndSaysItInAFewActs(Flaw flaw) {
        STORIES.showing(flaw, 0, SEEDS_FOR_A_FLAW, SHORT);
    }

    @Test
    void letsPeopleInWhileTheSpaceBesideIsCutOff() {
        for (Partner partner : Partner.values()) {
            Ending ending = told(
                    new Act.At(0, new Act.CutOff(partner)),
                    new Act.At(0, new Buy(0, Buy.Kind.CONTRACT, 0, -60, 60, Hook.AT_ONCE)),
                    new Act.At(0, new Act.Serve(List.of())),
                    new Act.At(1, new Act.Calm(new Buy(0, Buy.Kind.CONTRACT, 0, -60, 60, Hook.AT_ONCE), null)));
            assertThat(ending.writes()).as("in the second space only").isEqualTo(2);
        }
    }

    /** One login at Salto, two sites: what ends at the one goes on at the other. */
    @Test
    void keepsSomebodyInOneSpaceWhoLeavesTheOther() {
        Ending ending = told(
                new Act.At(0, new Buy(1, Buy.Kind.CONTRACT, 2, -60, 60, Hook.AT_ONCE)),
                new Act.At(1, new Buy(1, Buy.Kind.CONTRACT, 2, -60, 60, Hook.AT_ONCE)),
                new Act.At(0, new Act.Serve(List.of())),
                new Act.At(1, new Act.Serve(List.of())),
                new Act.At(0, new Act.Calm(new Act.Alter(0, Act.Alter.Alteration.END, -1, Hook.AT_ONCE), null)),
                new Act.At(1, new Act.Calm(null, null)));
        assertThat(ending.trace().stream().map(String::strip).filter(line -> line.startsWith("removes")))
                .hasSize(1);
    }

    private static Ending told(Act... acts) {
        Ending ending = Simulation.tell(new Story(5, 2, List.of(acts)), Flaw.NONE);
        assertThat(ending.broken()).as(String.join("\n", ending.trace())).isNull();
        return ending;
    }
}
