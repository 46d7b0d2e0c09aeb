package app.latchkey.nexudus;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.connection.PartnerWorld;
import app.latchkey.product.Machine;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Assumption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sandbox.http.Throttle;
import sandbox.world.PreparedWorld;

/**
 * Two nodes want far more than Nexudus allows, for some minutes, with the usual limits: no window that it publishes is ever full. The hour's
 * comes to count only where {@code -Dendurance.limits.seconds} is more than one.
 */
class LimitsEndurance {

    private static final Duration WHILE = Duration.ofSeconds(Integer.getInteger("endurance.limits.seconds", 240));
    private static final int ASKING = 12;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final PartnerWorld world = PartnerWorld.prepared();
    private final sandbox.nexudus.Nexudus partner = world.partners().nexudus();
    private final SpaceId space = PartnerWorld.aSpace();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void neverFillsAWindowThatNexudusPublishes() throws Exception {
        List<Nexudus> nodes = List.of(node(), node());
        nodes.getFirst().connect(space, PreparedWorld.ANA, Secret.of(PreparedWorld.PASSWORD), Optional.empty());
        partner.throttle(Throttle.published());
        world.partners().resetJournal();
        long end = System.nanoTime() + WHILE.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> asked = IntStream.range(0, ASKING)
                    .mapToObj(one -> threads.submit(() -> askedUntil(end, nodes.get(one % nodes.size()))))
                    .toList();
            int waited = 0;
            for (Future<Integer> each : asked) {
                waited += each.get();
            }
            assertThat(waited).as("told to come back later").isPositive();
        }
        List<Instant> times = new ArrayList<>();
        partner.calls().all().forEach(call -> times.add(call.at()));
        int refused = partner.calls().answered(409).count();
        write(times, refused);
        assertThat(refused).isZero();
        assertThat(most(times, MINUTE)).isLessThanOrEqualTo(100).isGreaterThan(60);
        assertThat(most(times, Duration.ofMillis(100))).isLessThanOrEqualTo(10);
        assertThat(most(times, HOUR)).isLessThanOrEqualTo(5000);
    }

    private static void write(List<Instant> times, int refused) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "endurance"));
        Files.writeString(folder.resolve("limits.md"), """
                # Within what Nexudus publishes

                %s. Two nodes, %d threads, for %d s: %d requests, %d refused.

                | in any | most requests | published |
                |---|---|---|
                | 100 ms | %d | 10 |
                | minute | %d | 120 |
                | hour | %d | 5000 |
                """.formatted(
                        Machine.describe(),
                        ASKING,
                        WHILE.toSeconds(),
                        times.size(),
                        refused,
                        most(times, Duration.ofMillis(100)),
                        most(times, MINUTE),
                        most(times, HOUR)));
    }

    private Nexudus node() {
        return world.node(Stream.of(Assumption.NEXUDUS_LIMITS, Assumption.NEXUDUS_WRITE_LIMITS)
                        .collect(Collectors.toMap(Assumption::property, Assumption::otherwise)))
                .get(Nexudus.class);
    }

    /** How often there was no time for it. */
    private int askedUntil(long end, Nexudus node) {
        int later = 0;
        while (System.nanoTime() < end) {
            try {
                assertThat(node.locations(space)).isNotEmpty();
            } catch (PartnerFailure failure) {
                assertThat(failure.category()).isEqualTo(Category.THROTTLED);
                later++;
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        return later;
    }

    /** In any stretch of that length. */
    private static int most(List<Instant> times, Duration window) {
        List<Instant> sorted = times.stream().sorted().toList();
        int most = 0;
        int first = 0;
        for (int last = 0; last < sorted.size(); last++) {
            while (!sorted.get(last).isBefore(sorted.get(first).plus(window))) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
