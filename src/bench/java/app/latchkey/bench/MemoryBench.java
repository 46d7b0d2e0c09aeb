package app.latchkey.bench;

import app.latchkey.product.NoLimits;
import app.latchkey.product.RunningProduct;
import app.latchkey.sync.House;
import app.latchkey.sync.Subject;
import app.latchkey.sync.Sync;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sandbox.partners.Partners;
import sandbox.world.Terrace;

/** What the reading of whole spaces keeps in memory: it grows with the largest space, not with their number. */
@Benchmark
class MemoryBench {

    private static final int CUSTOMERS = Integer.getInteger("bench.memory.customers", 200);
    private static final Duration OBSERVED = Duration.ofSeconds(Integer.getInteger("bench.memory.seconds", 45));
    private static final List<Integer> NUMBERS = List.of(1, 10, 100);
    private static final int MOST = NUMBERS.getLast();
    private static final int AT_ONCE = 6;

    @Test
    void growsWithTheLargestSpaceAndNotWithTheirNumber(Report report) {
        try (RunningProduct product = RunningProduct.withTerrace(MOST, NoLimits.SETTINGS)) {
            List<House> houses = moveIn(product);
            Map<Integer, Double> peaks = new HashMap<>();
            NUMBERS.forEach(number -> peaks.put(number, peakOf(houses.subList(0, number))));
            double ten = peaks.getOrDefault(10, 0.0);
            double hundred = peaks.getOrDefault(MOST, 0.0);
            report.add(Measure.atMost(
                    1.25,
                    "memory",
                    "heap in use while %d spaces are read again and again, beyond rest / the same of 10"
                            .formatted(MOST),
                    hundred / ten,
                    "1 space: %.1f MB, 10: %.1f MB, 100: %.1f MB; %d customers each"
                            .formatted(peaks.getOrDefault(1, 0.0), ten, hundred, CUSTOMERS)));
        }
        report.explain("memory", """
            each space with its customers linked and in their group, read whole without a break for %d s; the heap after a full collection, as often as one can be
            had, less what is in use at rest before and after, whichever is more. Product and partners in one JVM. As many spaces are read at once as a node reads.
            """.formatted(OBSERVED.toSeconds()));
    }

    private static List<House> moveIn(RunningProduct product) {
        try (ExecutorService movers = Executors.newFixedThreadPool(AT_ONCE)) {
            return IntStream.rangeClosed(1, MOST)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> moveIn(product, number), movers))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    /** Everybody is there before the house is connected: later each of them would be told of and served alone. */
    private static House moveIn(RunningProduct product, int number) {
        settle(product.partners(), number);
        House house = House.ofTerrace(product, number);
        house.begin();
        return house;
    }

    private static void settle(Partners partners, int number) {
        String name = Terrace.house(number);
        String site = partners.salto().site(name);
        String group = partners.salto().group(site, Terrace.MEMBERS);
        for (int one = 0; one < CUSTOMERS; one++) {
            String email = "resident%d@house%d.example".formatted(one, number);
            long customer = partners.nexudus().addCustomer(partners.nexudus().location(name), "Resident " + one, email);
            partners.nexudus().buyPass(customer, partners.nexudus().pass(Terrace.pass(number)));
            partners.salto().addByHand(partners.salto().addUserByHand(site, "Resident", email, email), group);
        }
    }

    /** Megabytes. */
    private static double peakOf(List<House> read) {
        double before = inUse();
        double peak = 0;
        long end = System.nanoTime() + OBSERVED.toNanos();
        while (System.nanoTime() < end) {
            read.stream().filter(house -> !house.isBeingReadWhole()).forEach(MemoryBench::readAgain);
            peak = Math.max(peak, inUse());
        }
        awaitRest(read);
        return peak - Math.max(before, inUse());
    }

    /** One that is due has not begun yet: only when none has for a while, they all rest. */
    private static void awaitRest(List<House> read) {
        for (int quiet = 0; quiet < 30; quiet++) {
            LockSupport.parkNanos(100_000_000L);
            if (read.stream().anyMatch(House::isBeingReadWhole)) {
                quiet = 0;
            }
        }
    }

    private static void readAgain(House house) {
        house.bean(Sync.class).again(house.space(), Subject.wholeSpace(), "bench");
    }

    private static double inUse() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }
}
