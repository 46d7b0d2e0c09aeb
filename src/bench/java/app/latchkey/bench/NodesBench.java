package app.latchkey.bench;

import app.latchkey.product.NoLimits;
import app.latchkey.product.RunningProduct;
import app.latchkey.sync.House;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import sandbox.http.Call;
import sandbox.http.Fault;
import sandbox.http.Throttle;
import sandbox.partners.Partners;
import sandbox.world.Terrace;

/** How much more two nodes serve than one, of many spaces whose partners take their time. */
@Benchmark
class NodesBench {

    private static final int SPACES = Integer.getInteger("bench.nodes.spaces", 50);
    private static final int TURNS = Integer.getInteger("bench.nodes.turns", 3);
    private static final Duration LATENCY = Duration.ofMillis(Integer.getInteger("bench.nodes.latency", 300));
    private static final int PURCHASES = Integer.getInteger("bench.nodes.purchases", 8);

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Map<Integer, House> houses = new TreeMap<>();
    private final Map<Integer, Iterator<String>> buyers = new TreeMap<>();
    private final List<Double> one = new ArrayList<>();
    private final List<Double> two = new ArrayList<>();

    @Test
    void twoServeNearlyTwiceAsMuch(Report report) {
        try (RunningProduct product = RunningProduct.withTerrace(SPACES, NoLimits.SETTINGS)) {
            IntStream.rangeClosed(1, SPACES).forEach(number -> moveIn(product, number));
            Objects.requireNonNull(houses.get(SPACES)).fullRun();
            slow(product.partners());
            Pairs pairs = Pairs.measure(
                    0,
                    TURNS,
                    () -> with(product::anotherNode, () -> serveAll(product.partners(), two)),
                    () -> serveAll(product.partners(), one));
            report.add(Measure.atLeast(
                    1.85,
                    "P7",
                    "%d spaces, purchases let in per second with two nodes / with one".formatted(SPACES),
                    pairs.speedUp(),
                    "the middle half of %d purchases of each space: %s".formatted(PURCHASES, pairs.figures())));
        }
        report.explain("P7", """
            every call to a partner takes %d ms, and a site takes five a second. Both nodes are whole products in one JVM on one database, so that they share what
            processors there are; the webhooks go to the first. Time in which Salto hears of the middle half of %d new members: every place of a node is taken by
            then, and there is work for all of them still. From the first purchase until the last customer is in the group it is %.1f s against %.1f s, in the median.
            """.formatted(LATENCY.toMillis(), SPACES * PURCHASES, median(two), median(one)));
    }

    private static double median(List<Double> seconds) {
        return Pairs.median(seconds.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private void moveIn(RunningProduct product, int number) {
        House house = House.ofTerrace(product, number);
        buyers.put(number, house.people("buyer", 2 * TURNS * PURCHASES).iterator());
        house.begin();
        houses.put(number, house);
    }

    private static void slow(Partners partners) {
        IntStream.rangeClosed(1, SPACES)
                .forEach(number ->
                        partners.salto().throttle(Terrace.house(number), Throttle.of(5, Duration.ofSeconds(1))));
        partners.salto().fail("", Fault.delay(LATENCY).always());
        partners.nexudus().fail("", Fault.delay(LATENCY).always());
    }

    private static double with(Supplier<ConfigurableApplicationContext> node, DoubleSupplier deed) {
        try (ConfigurableApplicationContext another = node.get()) {
            return deed.getAsDouble();
        }
    }

    /** Seconds in which the middle half of those get in who buy now. How long it takes until the last of them is in comes to {@code wholes}. */
    private double serveAll(Partners partners, List<Double> wholes) {
        long before = partners.calls().all().getLast().sequence();
        long begun = System.nanoTime();
        List<Runnable> awaited = new ArrayList<>();
        for (int purchase = 0; purchase < PURCHASES; purchase++) {
            houses.forEach((number, house) -> {
                String email = Objects.requireNonNull(buyers.get(number)).next();
                house.buysAPass(email);
                awaited.add(() -> await(house, email));
            });
        }
        awaited.forEach(Runnable::run);
        wholes.add((System.nanoTime() - begun) / 1e9);
        List<Call> entries = partners.calls()
                .after(before)
                .method("POST")
                .to("/access_groups/.*/users")
                .where(call -> call.status() < 300)
                .all();
        return Duration.between(
                                entries.get(entries.size() / 4).at(),
                                entries.get(entries.size() * 3 / 4).at())
                        .toMillis()
                / 1e3;
    }

    private static void await(House house, String email) {
        if (Buyers.since(System.nanoTime(), LONGEST, () -> house.isIn(email, Terrace.MEMBERS))
                .equals(LONGEST)) {
            throw new IllegalStateException("Nobody let " + email + " in");
        }
    }
}
