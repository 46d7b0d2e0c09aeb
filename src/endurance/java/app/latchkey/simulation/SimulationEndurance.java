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
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** As many stories as nobody waits for, with seeds that the everyday tests do not tell. */
class SimulationEndurance {

    private static final int SEEDS = Integer.getInteger("endurance.seeds", 10_000);
    private static final long FIRST = Long.getLong("endurance.first", 1_000_000);
    private static final int ACTS = 200;
    private static final int TOLD_TWICE = 100;
    private static final Path PAGE = Path.of("target", "endurance", "simulation.md");

    private final AtomicInteger told = new AtomicInteger();
    private final AtomicLong writes = new AtomicLong();

    @Test
    void keepsEveryPromiseInEveryStory() throws IOException {
        LoggingSystem.get(SimulationEndurance.class.getClassLoader()).setLogLevel("app.latchkey.sync", LogLevel.OFF);
        long began = System.nanoTime();
        List<Long> bad = Collections.synchronizedList(new ArrayList<>());
        LongStream.range(FIRST, FIRST + SEEDS).parallel().forEach(seed -> {
            if (!isGood(seed)) {
                bad.add(seed);
            }
        });
        write(bad, Duration.ofNanos(System.nanoTime() - began));
        assertThat(bad)
                .as(() -> Shrinker.report(bad.getFirst(), Story.of(bad.getFirst(), ACTS), Flaw.NONE))
                .isEmpty();
    }

    private boolean isGood(long seed) {
        Story story = Story.of(seed, ACTS);
        Ending ending = Simulation.tell(story, Flaw.NONE);
        boolean twice = seed < FIRST + TOLD_TWICE;
        told.incrementAndGet();
        writes.addAndGet(ending.writes());
        return ending.isGood() && (!twice || Simulation.tell(story, Flaw.NONE).equals(ending));
    }

    private void write(List<Long> bad, Duration took) throws IOException {
        Files.createDirectories(PAGE.getParent());
        Files.writeString(PAGE, """
                # Simulated

                %s.

                | seeds | acts each | writes of Salto | told twice, the same | promises broken | took, s |
                |---|---|---|---|---|---|
                | %d from %d | %d | %d | %d | %d | %d |
                """.formatted(
                        Machine.describe(),
                        told.get(),
                        FIRST,
                        ACTS,
                        writes.get(),
                        Math.min(TOLD_TWICE, SEEDS),
                        bad.size(),
                        took.toSeconds()));
    }
}
