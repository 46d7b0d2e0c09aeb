package app.latchkey.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.product.Machine;
import app.latchkey.simulation.Simulation.Ending;
import app.latchkey.sync.run.Flaw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** As many stories as nobody waits for, with seeds that the everyday tests do not tell. */
@ExtendWith(QuietEngine.class)
class SimulationEndurance {

    private static final int SEEDS = Integer.getInteger("endurance.seeds", 10_000);
    private static final long FIRST = Long.getLong("endurance.first", 1_000_000);
    private static final int TOLD_TWICE = 100;
    private static final Path PAGE = Path.of("target", "endurance", "simulation.md");
    private static final Map<Kind, String> LINES = new EnumMap<>(Kind.class);

    /** What the stories are about. */
    enum Kind {
        ONE_SPACE("one space, 200 acts", seed -> Story.of(seed, 200)),
        SEVERAL_SPACES("two or three spaces with one engine, 120 acts", seed -> Story.ofSpaces(seed, 120)),
        WRONG_CLOCKS(
                "clocks up to five minutes wrong, machines that sleep, 150 acts",
                seed -> Story.ofWrongClocks(seed, 150)),
        CHANGING_LISTS(
                "lists that change between their pages, three whole readings", seed -> Story.ofChangingLists(seed, 3));

        private final String title;
        private final LongFunction<Story> story;

        Kind(String title, LongFunction<Story> story) {
            this.title = title;
            this.story = story;
        }
    }

    private final AtomicInteger told = new AtomicInteger();
    private final AtomicLong writes = new AtomicLong();

    @ParameterizedTest
    @EnumSource
    void keepsEveryPromiseInEveryStory(Kind kind) {
        long began = System.nanoTime();
        List<Long> bad = Collections.synchronizedList(new ArrayList<>());
        LongStream.range(FIRST, FIRST + SEEDS).parallel().forEach(seed -> {
            if (!isGood(kind, seed)) {
                bad.add(seed);
            }
        });
        LINES.put(kind, line(kind, bad, Duration.ofNanos(System.nanoTime() - began)));
        assertThat(bad)
                .as(() -> Shrinker.report(bad.getFirst(), kind.story.apply(bad.getFirst()), Flaw.NONE))
                .isEmpty();
    }

    private boolean isGood(Kind kind, long seed) {
        Story story = kind.story.apply(seed);
        Ending ending = Simulation.tell(story, Flaw.NONE);
        boolean twice = seed < FIRST + TOLD_TWICE;
        told.incrementAndGet();
        writes.addAndGet(ending.writes());
        return ending.isGood() && (!twice || Simulation.tell(story, Flaw.NONE).equals(ending));
    }

    private String line(Kind kind, List<Long> bad, Duration took) {
        return "| %s | %d from %d | %d | %d | %d | %d |"
                .formatted(
                        kind.title,
                        told.get(),
                        FIRST,
                        writes.get(),
                        Math.min(TOLD_TWICE, SEEDS),
                        bad.size(),
                        took.toSeconds());
    }

    @AfterAll
    static void write() throws IOException {
        Files.createDirectories(PAGE.getParent());
        Files.writeString(
                PAGE,
                """
                # Simulated

                %s.

                | stories of | seeds | writes of Salto | told twice, the same | promises broken | took, s |
                |---|---|---|---|---|---|
                """.formatted(Machine.describe())
                        + LINES.values().stream().map(line -> line + "\n").collect(Collectors.joining()));
    }
}
