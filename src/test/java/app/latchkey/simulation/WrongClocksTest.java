package app.latchkey.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.simulation.Act.Buy;
import app.latchkey.simulation.Act.Hook;
import app.latchkey.simulation.Simulation.Ending;
import app.latchkey.sync.run.Flaw;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Clocks up to five minutes wrong, nodes that disagree, machines that sleep, in random stories: {@code -Dsimulation.first=4711
 * -Dsimulation.seeds=1} tells one again. Everything is right by one of the clocks, the node's or the true one; afterwards all is right by the
 * node's. Two holders at once are not for here: leases go by the database's clock, which {@code SpaceTurnsIT} asks.
 */
@ExtendWith(QuietEngine.class)
class WrongClocksTest {

    private static final long FIRST = Long.getLong("simulation.first", 0);
    private static final int SEEDS = Integer.getInteger("simulation.seeds", 50);
    private static final int ACTS = 150;
    private static final int LOOK_EVERY = 30;
    private static final Duration LATE = Duration.ofSeconds(60);
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final RandomStories STORIES = new RandomStories(seed -> Story.ofWrongClocks(seed, ACTS));

    @Test
    void keepsEveryPromiseByOneOfTheClocks() {
        STORIES.keepEveryPromise(FIRST, SEEDS);
    }

    /** Never before, and at most a minute after. */
    @ParameterizedTest
    @ValueSource(ints = {-300, -7, 0, 45, 300})
    void endsAccessWhenTheClockOfTheNodeSaysSo(int ahead) {
        List<Act> acts = new ArrayList<>(List.of(
                new Act.ClockIsAhead(ahead),
                new Buy(0, Buy.Kind.ENDING_CONTRACT, 2, -60, 120, Hook.AT_ONCE),
                new Act.Serve(List.of())));
        for (int seconds = 0; seconds < AN_HOUR.plus(LATE).toSeconds() - ahead; seconds += LOOK_EVERY) {
            acts.add(new Act.TimePasses(LOOK_EVERY));
            acts.add(new Act.Serve(List.of()));
        }
        Ending ending = Simulation.tell(new Story(5, acts), Flaw.NONE);
        assertThat(ending.broken()).isNull();
        Instant end = began(ending.trace()).plus(AN_HOUR).minusSeconds(ahead);
        assertThat(removed(ending.trace())).isBetween(end, end.plus(LATE));
    }

    private static Instant began(List<String> trace) {
        return time(trace.getFirst());
    }

    private static Instant removed(List<String> trace) {
        int removed = trace.indexOf(trace.stream()
                .filter(line -> line.startsWith("  removes"))
                .findFirst()
                .orElseThrow());
        return time(trace.get(removed - 1));
    }

    private static Instant time(String act) {
        return Instant.parse(act.substring(0, act.indexOf(' ')));
    }
}
