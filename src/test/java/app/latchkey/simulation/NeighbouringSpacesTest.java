package app.latchkey.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.connection.Partner;
import app.latchkey.simulation.Act.Buy;
import app.latchkey.simulation.Act.Hook;
import app.latchkey.simulation.Simulation.Ending;
import app.latchkey.sync.run.Flaw;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Two or three spaces with one engine, each with a location and a site of its own and some people in common, in random stories:
 * {@code -Dsimulation.first=4711 -Dsimulation.seeds=1} tells one again. Which token a call bears lies below what is
 * simulated; here it is never made on another space's behalf.
 */
class NeighbouringSpacesTest {

    private static final LoggingSystem LOGGING = LoggingSystem.get(NeighbouringSpacesTest.class.getClassLoader());
    private static final long FIRST = Long.getLong("simulation.first", 0);
    private static final int SEEDS = Integer.getInteger("simulation.seeds", 15);
    private static final int ACTS = 120;
    private static final int TOLD_TWICE = 3;
    private static final int SEEDS_FOR_A_FLAW = 20;
    private static final int SHORT = 16;

    @BeforeAll
    static void quietly() {
        LOGGING.setLogLevel("app.latchkey.sync", LogLevel.OFF);
    }

    @AfterAll
    static void aloud() {
        LOGGING.setLogLevel("app.latchkey.sync", null);
    }

    @Test
    void keepsEveryPromiseOfEverySpace() {
        OptionalLong bad = LongStream.range(FIRST, FIRST + SEEDS)
                .parallel()
                .filter(seed ->
                        !Simulation.tell(Story.ofSpaces(seed, ACTS), Flaw.NONE).isGood())
                .findFirst();
        bad.ifPresent(seed -> {
            throw new AssertionError(Shrinker.report(seed, Story.ofSpaces(seed, ACTS), Flaw.NONE));
        });
    }

    @Test
    void tellsAStoryTheSameWayAgain() {
        LongStream.range(0, TOLD_TWICE).forEach(seed -> {
            Ending once = Simulation.tell(Story.ofSpaces(seed, ACTS), Flaw.NONE);
            assertThat(Simulation.tell(Story.ofSpaces(seed, ACTS), Flaw.NONE)).isEqualTo(once);
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"SPEAKS_FOR_ANOTHER_SPACE", "CLOSES_LATE"})
    void noticesWhatIsWrongAndSaysItInAFewActs(Flaw flaw) {
        long seed = LongStream.range(0, SEEDS_FOR_A_FLAW)
                .filter(each ->
                        !Simulation.tell(Story.ofSpaces(each, ACTS), flaw).isGood())
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody noticed"));
        Story shrunk = Shrinker.shrunk(Story.ofSpaces(seed, ACTS), flaw);
        assertThat(shrunk.acts()).as(() -> Shrinker.report(seed, shrunk, flaw)).hasSizeLessThanOrEqualTo(SHORT);
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
