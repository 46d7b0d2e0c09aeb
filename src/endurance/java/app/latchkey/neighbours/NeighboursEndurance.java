package app.latchkey.neighbours;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.product.NoLimits;
import app.latchkey.product.RunningProduct;
import app.latchkey.sync.House;
import app.latchkey.sync.Ticked;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import sandbox.world.PreparedWorld;

/** Good spaces beside bad ones, of which every run fails: nothing of theirs is slower, late, wrong or doubled. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NeighboursEndurance {

    private static final int GOOD = Integer.getInteger("endurance.neighbours.good", 24);
    /** Until nothing gets faster any more. */
    private static final int WARM_UP = 6;

    private static final int ROUNDS = 4;
    private static final int POISONED = 25;
    /** As many tries as one of the bad ones' customers may have had by the end of its round. */
    private static final int TRIES = 10;

    private static final double LEAST_THROUGHPUT = 0.95;

    /** So long, and operators are told. */
    private static final Duration LASTING = Duration.ofMinutes(16);

    private static final Duration MUCH_LATER = Duration.ofHours(1);

    private final RunningProduct product =
            RunningProduct.withTerrace(GOOD + Nuisance.values().length, NoLimits.SETTINGS);
    private final Map<Nuisance, House> bad = new EnumMap<>(Nuisance.class);
    private final Map<Nuisance, List<String>> victims = new EnumMap<>(Nuisance.class);
    private final NeighboursReport report = new NeighboursReport("neighbours");
    private GoodHouses good;

    @BeforeAll
    void moveIn() {
        good = new GoodHouses(product, GOOD);
        Iterator<House> houses = GoodHouses.moveIn(product, GOOD + 1, GOOD + Nuisance.values().length)
                .iterator();
        for (Nuisance nuisance : Nuisance.values()) {
            House house = houses.next();
            victims.put(nuisance, house.people("victim", POISONED));
            house.fullRun();
            bad.put(nuisance, house);
        }
        good.buy(WARM_UP);
    }

    @AfterAll
    void close() {
        product.close();
    }

    @Test
    void aPoisonNeighbourHarmsNobody() throws IOException {
        Purchases alone = good.buy(ROUNDS);
        report.add("nobody", alone, "");
        assertThat(alone.isSound()).isTrue();
        List<Purchases> beside = new ArrayList<>();
        for (Nuisance nuisance : Nuisance.values()) {
            befall(nuisance);
            Purchases now = good.buy(ROUNDS);
            report.add("one of whom every run fails: " + nuisance.words(), now, tries(nuisance));
            assertThat(now.isSound()).as("%s beside %s", now, nuisance).isTrue();
            assertThat(mostTries(nuisance)).isLessThanOrEqualTo(TRIES);
            beside.add(now);
        }
        Purchases besideAll = good.buy(ROUNDS);
        report.add("all of these at once", besideAll, "");
        assertThat(besideAll.isSound()).as("%s", besideAll).isTrue();

        double all = beside.stream().reduce(besideAll, Purchases::and).throughput();
        assertThat(all / alone.throughput()).isGreaterThanOrEqualTo(LEAST_THROUGHPUT);
        tellsOfEachOnce();
    }

    /**
     * Whoever runs a bad house gets one mail, however many of its runs fail meanwhile. A record of ours that no version understands is set aside by the
     * next run over everybody, so that the house is bad no more.
     */
    private void tellsOfEachOnce() {
        look();
        letPass(LASTING);
        look();
        EnumMap<Nuisance, House> lasting = new EnumMap<>(bad);
        lasting.remove(Nuisance.BREAKS);
        lasting.values().forEach(house -> eventually("a mail about " + house.name(), () -> mailsAbout(house) > 0));
        letPass(MUCH_LATER);
        look();
        good.buy(1);
        assertThat(lasting.values()).extracting(this::mailsAbout).containsOnly(1L);
    }

    private void letPass(Duration time) {
        product.partners().clock().advance(time);
    }

    private void look() {
        product.context().publishEvent(new Ticked(product.partners().clock().instant()));
    }

    private long mailsAbout(House house) {
        return product.partners().inbox().to(PreparedWorld.ANA).stream()
                .filter(mail -> mail.subject().startsWith(house.name() + ": "))
                .count();
    }

    private void befall(Nuisance nuisance) {
        House house = Objects.requireNonNull(bad.get(nuisance));
        List<String> buyers = Objects.requireNonNull(victims.get(nuisance));
        nuisance.befall(product, house, buyers);
        buyers.forEach(house::buysAPass);
        eventually("its first failures", () -> mostTries(nuisance) > 0);
    }

    private String tries(Nuisance nuisance) {
        return "no customer of it was tried more than %d times".formatted(mostTries(nuisance));
    }

    private int mostTries(Nuisance nuisance) {
        return inSpace(Objects.requireNonNull(bad.get(nuisance)), "select coalesce(max(attempts), 0) from due_work");
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
