package app.latchkey.connection;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.space.Assumption;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** When requests leave. */
class PacingIT {

    private static final int CALLERS = 20;
    private static final Duration WINDOW = Duration.ofMillis(100);
    private static final int IN_WINDOW = 5;
    /** Until the last of them should have left, and a window more. */
    private static final Duration STANDSTILL = Duration.ofSeconds(1);

    private static final PartnerRequest READ =
            PartnerRequest.of(Partner.NEXUDUS, "somebody", HttpMethod.GET, URI.create("https://nexudus.example/api"));

    private final PartnerWorld world = PartnerWorld.prepared();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whoeverWasHeldUpTogetherDoesNotLeaveTogether() throws Exception {
        Budgets budgets = world.node(Map.of(
                        Assumption.NEXUDUS_LIMITS.property(),
                        "%d/%dms,1000/1m".formatted(IN_WINDOW, WINDOW.toMillis())))
                .get(Budgets.class);
        CountDownLatch goesOn = new CountDownLatch(1);
        Pacing pacing = new Pacing(budgets, time -> {
            Thread.sleep(time);
            goesOn.await();
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> leaving = IntStream.range(0, CALLERS)
                    .mapToObj(one -> threads.submit(() -> {
                        pacing.await(READ);
                        return System.nanoTime();
                    }))
                    .toList();
            Thread.sleep(STANDSTILL);
            goesOn.countDown();
            List<Long> left = new ArrayList<>();
            for (Future<Long> each : leaving) {
                left.add(each.get());
            }
            assertThat(most(left)).isLessThanOrEqualTo(2 * IN_WINDOW);
        }
    }

    /** In any such window. */
    private static long most(List<Long> times) {
        return times.stream()
                .mapToLong(from -> times.stream()
                        .filter(time -> time >= from && time < from + WINDOW.toNanos())
                        .count())
                .max()
                .orElseThrow();
    }
}
