package app.latchkey.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.simulation.Simulation.Ending;
import app.latchkey.sync.run.Flaw;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** Stories of one kind, each made from a seed of its own. */
record RandomStories(LongFunction<Story> kind) {

    /** Each of so many seeds from the first on ends well; one that does not is reported as short as it can be told. */
    void keepEveryPromise(long first, int seeds) {
        OptionalLong bad = LongStream.range(first, first + seeds)
                .parallel()
                .filter(seed -> endsBadly(seed, Flaw.NONE))
                .findFirst();
        bad.ifPresent(seed -> {
            throw new AssertionError(Shrinker.report(seed, kind.apply(seed), Flaw.NONE));
        });
    }

    void endTheSameWayAgain(int seeds) {
        LongStream.range(0, seeds).forEach(seed -> {
            Ending once = Simulation.tell(kind.apply(seed), Flaw.NONE);
            assertThat(Simulation.tell(kind.apply(seed), Flaw.NONE)).isEqualTo(once);
        });
    }

    /** One of so many seeds from the first on ends badly with the flaw: answers its story, which can be cut to at most so many acts. */
    Story showing(Flaw flaw, long first, int seeds, int acts) {
        long seed = LongStream.range(first, first + seeds)
                .filter(each -> endsBadly(each, flaw))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody noticed"));
        Story shrunk = Shrinker.shrunk(kind.apply(seed), flaw);
        assertThat(shrunk.acts()).as(() -> Shrinker.report(seed, shrunk, flaw)).hasSizeLessThanOrEqualTo(acts);
        return shrunk;
    }

    private boolean endsBadly(long seed, Flaw flaw) {
        return !Simulation.tell(kind.apply(seed), flaw).isGood();
    }
}
