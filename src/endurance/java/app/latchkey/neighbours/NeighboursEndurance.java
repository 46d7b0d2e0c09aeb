package app.latchkey.neighbours;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.product.RunningProduct;
import app.latchkey.sync.House;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import sandbox.world.Terrace;

/** Good spaces beside bad ones: nothing of theirs is late, wrong or doubled. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NeighboursEndurance {

    private static final int GOOD = 3;
    /** As many as may be let in at one house within an hour before somebody is asked. */
    private static final int MOST_PURCHASES = 48;

    private static final int PURCHASES = 6;
    private static final int POISONED = 25;
    private static final int BACKLOG = Integer.getInteger("endurance.neighbours.backlog", 100_000);
    private static final Duration NOISE = Duration.ofSeconds(20);
    /** As many tries as one of the bad ones' customers may have had by the end of its round. */
    private static final int TRIES = 10;

    private final RunningProduct product = RunningProduct.withTerrace(GOOD + Nuisance.values().length + 1);
    private final Map<House, Iterator<String>> good = new LinkedHashMap<>();
    private final Map<Nuisance, House> bad = new EnumMap<>(Nuisance.class);
    private final Map<Nuisance, List<String>> victims = new EnumMap<>(Nuisance.class);
    private House loud;
    private final NeighboursReport report = new NeighboursReport();

    @BeforeAll
    void moveIn() {
        for (int number = 1; number <= GOOD; number++) {
            House house = House.ofTerrace(product, number);
            good.put(house, house.people("guest", MOST_PURCHASES).iterator());
            house.begin();
            house.fullRun();
        }
        for (Nuisance nuisance : Nuisance.values()) {
            House house = House.ofTerrace(product, GOOD + 1 + nuisance.ordinal());
            victims.put(nuisance, house.people("victim", POISONED));
            house.begin();
            house.fullRun();
            bad.put(nuisance, house);
        }
        loud = House.ofTerrace(product, GOOD + Nuisance.values().length + 1);
        loud.begin();
        loud.fullRun();
        Purchases.at(good, 2);
    }

    @AfterAll
    void close() {
        product.close();
    }

    @Test
    @Order(1)
    void aloneForComparison() throws IOException {
        Purchases alone = Purchases.at(good, PURCHASES);
        report.add("nobody", alone, "");
        assertThat(alone.isSound()).isTrue();
    }

    @Test
    @Order(2)
    void aPoisonNeighbourHarmsNobody() throws IOException {
        for (Nuisance nuisance : Nuisance.values()) {
            befall(nuisance);
            Purchases beside = Purchases.at(good, PURCHASES / 2);
            report.add("one of whom every run fails: " + nuisance.words(), beside, tries(nuisance));
            assertThat(beside.isSound()).as("%s beside %s", beside, nuisance).isTrue();
            assertThat(mostTries(nuisance)).isLessThanOrEqualTo(TRIES);
        }
        Purchases besideAll = Purchases.at(good, PURCHASES);
        report.add("all of these at once", besideAll, "");
        assertThat(besideAll.isSound()).as("%s", besideAll).isTrue();
        product.partners().salto().clearFaults();
    }

    @Test
    @Order(3)
    void aLoudNeighbourHarmsNobody() throws IOException {
        AtomicInteger hooks = new AtomicInteger();
        List<Long> crowd = crowd();
        Thread noise = Thread.ofVirtual().start(() -> makeNoise(crowd, hooks));
        loud.dueNow(crowd);
        Purchases beside = Purchases.at(good, PURCHASES);
        noise.interrupt();
        boolean stillAtIt = loud.isBeingReadWhole() || due() > 0;
        report.add(
                "one with %,d customers due, whose webhooks come without end".formatted(BACKLOG),
                beside,
                "%,d more changes told by webhook meanwhile".formatted(hooks.get()));
        assertThat(stillAtIt).as("still at it").isTrue();
        assertThat(beside.isSound()).as("%s", beside).isTrue();
        forget();
    }

    private void befall(Nuisance nuisance) {
        House house = Objects.requireNonNull(bad.get(nuisance));
        Objects.requireNonNull(victims.get(nuisance)).forEach(house::buysAPass);
        nuisance.befall(product, house);
        eventually("its first failures", () -> mostTries(nuisance) > 0);
    }

    private String tries(Nuisance nuisance) {
        return "no customer of it was tried more than %d times".formatted(mostTries(nuisance));
    }

    private int mostTries(Nuisance nuisance) {
        return inSpace(Objects.requireNonNull(bad.get(nuisance)), "select coalesce(max(attempts), 0) from due_work");
    }

    private List<Long> crowd() {
        product.partners().nexudus().loseWebhooks(true);
        long location = product.partners().nexudus().location(Terrace.house(GOOD + Nuisance.values().length + 1));
        List<Long> crowd = IntStream.range(0, BACKLOG)
                .mapToObj(one -> product.partners()
                        .nexudus()
                        .addCustomer(location, "One of many", "many" + one + "@loud.example"))
                .toList();
        product.partners().nexudus().loseWebhooks(false);
        return crowd;
    }

    /** Waits for the deliveries at times, or else they would only pile up in the simulated Nexudus. */
    private void makeNoise(List<Long> crowd, AtomicInteger hooks) {
        long end = System.nanoTime() + NOISE.multipliedBy(10).toNanos();
        for (int turn = 0; System.nanoTime() < end && !Thread.currentThread().isInterrupted(); turn++) {
            product.partners().nexudus().changeName(crowd.get(turn % crowd.size()), "Renamed " + turn);
            if (hooks.incrementAndGet() % 20 == 0) {
                awaitQuiet();
            }
        }
    }

    private void awaitQuiet() {
        while (!product.partners().nexudus().isQuiet()
                && !Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    private int due() {
        return inSpace(loud, "select count(*) from due_work where subject like 'customer:%'");
    }

    private void forget() {
        product.database()
                .scopes()
                .inSpace(
                        loud.space(),
                        () -> product.database()
                                .jdbc()
                                .sql("delete from due_work where subject like 'customer:%'")
                                .update());
    }

    private int inSpace(House house, String sql) {
        return product.database()
                .scopes()
                .inSpace(
                        house.space(),
                        () -> product.database()
                                .jdbc()
                                .sql(sql)
                                .query(Integer.class)
                                .single());
    }
}
