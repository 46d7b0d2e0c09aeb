package app.latchkey.bench;

import static app.latchkey.product.Eventually.eventually;

import app.latchkey.product.RunningProduct;
import app.latchkey.sync.House;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sandbox.http.Fault;
import sandbox.nexudus.Nexudus;
import sandbox.partners.Partners;
import sandbox.world.Terrace;

/** How long the customers of a small space wait for their door, alone and beside a large space of which everybody is due. */
@Benchmark
class NeighbourBench {

    private static final int BACKLOG = Integer.getInteger("bench.neighbour.backlog", 100_000);
    /** Together with those that warm up no more than may be let in within an hour before somebody is asked. */
    private static final int ROUNDS = 2;

    private static final int PURCHASES = 11;
    private static final Duration LONGEST_READING = Duration.ofMinutes(10);
    private static final Duration LATENCY = Duration.ofMillis(50);
    private static final int WARM_UP = 5;

    @Test
    void aLargeNeighbourIsHardlyNoticed(Report report) {
        try (RunningProduct product = RunningProduct.withTerrace(2)) {
            House large = House.ofTerrace(product, 1);
            House small = House.ofTerrace(product, 2);
            Iterator<String> buyers =
                    small.people("buyer", WARM_UP + 2 * ROUNDS * PURCHASES).iterator();
            large.begin();
            small.begin();
            small.fullRun();
            List<Long> crowd = crowd(product);
            buy(small, buyers, WARM_UP);
            slow(product.partners());
            List<Duration> alone = new ArrayList<>();
            List<Duration> beside = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                alone.addAll(buy(small, buyers, PURCHASES));
                large.dueNow(crowd);
                eventually("the crowd being served", () -> large.isBeingReadWhole());
                beside.addAll(buy(small, buyers, PURCHASES));
                if (!large.isBeingReadWhole()) {
                    throw new IllegalStateException("The large space was served before the small one was");
                }
                awaitEnd(large);
            }
            report(report, alone, beside);
        }
    }

    private static void report(Report report, List<Duration> alone, List<Duration> beside) {
        report.add(Measure.atMost(
                1.5,
                "P8",
                "purchase to group membership beside a space with %,d customers due / alone, p95".formatted(BACKLOG),
                Buyers.p95(beside) / Buyers.p95(alone),
                "%.0f ms against %.0f ms, p95 of %d each; median %.0f ms against %.0f ms"
                        .formatted(
                                Buyers.p95(beside) * 1e3,
                                Buyers.p95(alone) * 1e3,
                                alone.size(),
                                Buyers.median(beside) * 1e3,
                                Buyers.median(alone) * 1e3)));
        report.explain("P8", """
            both spaces in one product, each with a location and a site of its own, and every call to a partner takes %d ms. The large one's customers are there in
            Nexudus, without purchases and unknown to Salto. That they are due was written straight into the table of due work, as so many webhooks would have done;
            what follows, as always from a thousand on, is a reading of the whole space, which is under way from before the first of the purchases until after the last.
            """.formatted(LATENCY.toMillis()));
    }

    private static void slow(Partners partners) {
        partners.salto().fail("", Fault.delay(LATENCY).always());
        partners.nexudus().fail("", Fault.delay(LATENCY).always());
    }

    /** The webhooks of all of them would take longer than everything else. */
    private static List<Long> crowd(RunningProduct product) {
        Nexudus nexudus = product.partners().nexudus();
        long location = nexudus.location(Terrace.house(1));
        nexudus.loseWebhooks(true);
        List<Long> crowd = IntStream.range(0, BACKLOG)
                .mapToObj(one -> nexudus.addCustomer(location, "One of many", "many" + one + "@bench.example"))
                .toList();
        nexudus.loseWebhooks(false);
        return crowd;
    }

    private static void awaitEnd(House house) {
        long begun = System.nanoTime();
        while (house.isBeingReadWhole()) {
            if (System.nanoTime() - begun > LONGEST_READING.toNanos()) {
                throw new IllegalStateException("The large space is still being read");
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private static List<Duration> buy(House house, Iterator<String> buyers, int number) {
        return IntStream.range(0, number)
                .mapToObj(one -> buy(house, buyers.next()))
                .toList();
    }

    private static Duration buy(House house, String email) {
        house.buysAPass(email);
        return Buyers.since(System.nanoTime(), () -> house.isIn(email, Terrace.MEMBERS));
    }
}
