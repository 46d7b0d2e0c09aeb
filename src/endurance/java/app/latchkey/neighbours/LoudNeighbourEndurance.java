package app.latchkey.neighbours;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.product.NoLimits;
import app.latchkey.product.RunningProduct;
import app.latchkey.sync.House;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sandbox.nexudus.Nexudus;
import sandbox.world.Terrace;

/** Very many small spaces beside a huge one of which everybody is due, again and again, and whose webhooks come without end. */
class LoudNeighbourEndurance {

    private static final int SMALL = Integer.getInteger("endurance.neighbours.small", 99);
    private static final int BACKLOG = Integer.getInteger("endurance.neighbours.backlog", 100_000);
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 2;
    private static final Duration LOUD_FOR = Duration.ofMinutes(10);
    private static final double MOST_SLOWER = 1.5;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    @Test
    void isHardlyNoticed() throws IOException {
        try (RunningProduct product = RunningProduct.withTerrace(SMALL + 1, NoLimits.SETTINGS)) {
            GoodHouses small = new GoodHouses(product, SMALL);
            House loud = GoodHouses.moveIn(product, SMALL + 1, SMALL + 1).getFirst();
            List<Long> crowd = crowd(product);
            small.buy(WARM_UP);

            Purchases alone = small.buy(ROUNDS);
            AtomicInteger hooks = new AtomicInteger();
            Thread noise = Thread.ofVirtual().start(() -> makeNoise(product, loud, crowd, hooks));
            eventually("everybody being read", loud::isBeingReadWhole);
            Purchases beside = small.buy(ROUNDS);
            boolean stillAtIt = loud.isBeingReadWhole();
            noise.interrupt();

            NeighboursReport report = new NeighboursReport("loud-neighbour");
            report.add("nobody", alone, "");
            report.add(
                    "one with %,d customers due, whose webhooks come without end".formatted(BACKLOG),
                    beside,
                    "%,d more changes told by webhook meanwhile".formatted(hooks.get()));
            assertThat(stillAtIt).as("still at it").isTrue();
            assertThat(alone.isSound()).as("%s", alone).isTrue();
            assertThat(beside.isSound()).as("%s", beside).isTrue();
            assertThat(beside.p95()).isLessThanOrEqualTo(LONGEST);
            assertThat(beside.p95().toMillis() / (double) alone.p95().toMillis())
                    .isLessThanOrEqualTo(MOST_SLOWER);
        }
    }

    /** The webhooks of all of them would take longer than everything else. */
    private static List<Long> crowd(RunningProduct product) {
        Nexudus nexudus = product.partners().nexudus();
        long location = nexudus.location(Terrace.house(SMALL + 1));
        nexudus.loseWebhooks(true);
        List<Long> crowd = IntStream.range(0, BACKLOG)
                .mapToObj(one -> nexudus.addCustomer(location, "One of many", "many" + one + "@loud.example"))
                .toList();
        nexudus.loseWebhooks(false);
        return crowd;
    }

    /** Waits for the deliveries at times, or else they would only pile up in the simulated Nexudus. */
    private static void makeNoise(RunningProduct product, House loud, List<Long> crowd, AtomicInteger hooks) {
        Nexudus nexudus = product.partners().nexudus();
        long end = System.nanoTime() + LOUD_FOR.toNanos();
        for (int turn = 0; System.nanoTime() < end && !Thread.currentThread().isInterrupted(); turn++) {
            if (turn % 20 == 0) {
                awaitQuiet(nexudus);
                if (!loud.isBeingReadWhole()) {
                    loud.dueNow(crowd);
                }
            }
            nexudus.changeName(crowd.get(turn % crowd.size()), "Renamed " + turn);
            hooks.incrementAndGet();
        }
    }

    private static void awaitQuiet(Nexudus nexudus) {
        while (!nexudus.isQuiet() && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
