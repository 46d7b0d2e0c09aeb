package app.latchkey.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.simulation.Act.Buy;
import app.latchkey.simulation.Act.Hook;
import app.latchkey.simulation.Misfortune.Kind;
import app.latchkey.simulation.Misfortune.Point;
import app.latchkey.simulation.Simulation.Ending;
import app.latchkey.sync.run.Flaw;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Salto does what it was told, and the answer is lost, alone or with the process that waited for it: all comes right, and nothing is done twice.
 * {@code -Dlost.stories=250} is a thousand times.
 */
@ExtendWith(QuietEngine.class)
class LostAnswersTest {

    private static final int STORIES = Integer.getInteger("lost.stories", 25);
    /** In each; as many answers are lost. */
    private static final int DEEDS = 4;

    private static final int STORIES_FOR_A_FLAW = 5;

    @Test
    void comesRightWithoutDoingAnythingTwice() {
        LongStream.range(0, STORIES).parallel().forEach(seed -> {
            Ending heard = told(seed, false, Flaw.NONE);
            Ending lost = told(seed, true, Flaw.NONE);
            assertThat(lost.broken()).as("Seed %d", seed).isNull();
            assertThat(heard.writes()).isGreaterThanOrEqualTo(DEEDS);
            assertThat(lost.writes()).as("Seed %d", seed).isEqualTo(heard.writes());
        });
    }

    @Test
    void noticesWhoSendsAgainWhatHasBeenDone() {
        assertThat(LongStream.range(0, STORIES_FOR_A_FLAW)
                        .mapToObj(seed -> told(seed, true, Flaw.REPEATS_WHAT_WAS_NOT_ANSWERED)))
                .noneMatch(Ending::isGood);
        assertThat(LongStream.range(0, STORIES_FOR_A_FLAW)
                        .mapToObj(seed -> told(seed, false, Flaw.REPEATS_WHAT_WAS_NOT_ANSWERED)))
                .allMatch(Ending::isGood);
    }

    private static Ending told(long seed, boolean lost, Flaw flaw) {
        return Simulation.tell(story(seed, lost), flaw);
    }

    /** People buy what ends soon, so that they are let in and out, each by a write of which nothing is heard. */
    private static Story story(long seed, boolean lost) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Misfortune> misfortunes =
                lost ? List.of(new Misfortune(Point.SALTO_WRITE, 0, Kind.LOST, 0, null)) : List.of();
        List<Act> acts = new ArrayList<>();
        IntStream.range(0, DEEDS / 2).forEach(customer -> {
            acts.add(new Buy(customer, Buy.Kind.BOOKING, random.nextInt(3), -5, 30 + random.nextInt(60), Hook.AT_ONCE));
            acts.add(new Act.Serve(misfortunes));
            acts.add(new Act.Serve(List.of()));
            acts.add(new Act.TimePasses(60 * 150));
            acts.add(new Act.Serve(misfortunes));
        });
        acts.add(new Act.Calm(null, null));
        return new Story(5, acts);
    }
}
