package app.latchkey.traps;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.product.RunningProduct;
import app.latchkey.sync.House;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sandbox.http.Fault;
import sandbox.partners.Partners;
import sandbox.salto.Salto;
import sandbox.world.Terrace;

/** Salto answers every request with an error for ten minutes of a clock that is moved, while people go on buying. */
class SaltoAwayIT {

    private static final int HOUSES = 3;
    private static final int STEPS = 15;
    private static final Duration STEP = Duration.ofSeconds(40);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration WITHIN = Duration.ofSeconds(60);
    /** Whoever was tried in vain meanwhile waits up to two minutes for the next time. */
    private static final Duration FOR_ALL = Duration.ofMinutes(3);

    private static final Duration REAL_STEP = Duration.ofMillis(300);
    private static final int FAILURES_UNTIL_REST = 20;

    private final RunningProduct product = RunningProduct.withTerrace(HOUSES);
    private final Partners partners = product.partners();
    private final Salto salto = partners.salto();
    private final Map<House, List<String>> guests = new LinkedHashMap<>();

    @AfterEach
    void close() {
        product.close();
    }

    @Test
    void isAskedSeldomAndGetsEverythingOnceItIsBack() {
        IntStream.rangeClosed(1, HOUSES).forEach(this::moveIn);
        tenMinutesOfPurchases(0);
        eventually("all who bought before", () -> areIn(0));
        int usual = salto.calls().count();
        salto.fail(".", Fault.status(503).always());
        tenMinutesOfPurchases(1);
        int away = salto.calls().count();
        salto.clearFaults();

        assertThat(away).as("tried").isPositive();
        assertThat(away - FAILURES_UNTIL_REST)
                .as("asked again and again, beside %d usual requests", usual)
                .isLessThanOrEqualTo(usual / 10);
        assertThat(until(this::isSomebodyIn)).isLessThanOrEqualTo(WITHIN);
        assertThat(until(() -> areIn(1))).as("all who bought meanwhile").isLessThanOrEqualTo(FOR_ALL);
    }

    private void moveIn(int number) {
        House house = House.ofTerrace(product, number);
        guests.put(house, house.people("guest", 2 * STEPS));
        house.begin();
        house.fullRun();
    }

    private void tenMinutesOfPurchases(int half) {
        partners.resetJournal();
        for (int step = 0; step < STEPS; step++) {
            int number = step;
            guests.keySet().forEach(house -> house.buysAPass(those(house, half).get(number)));
            partners.clock().advance(STEP);
            LockSupport.parkNanos(REAL_STEP.toNanos());
        }
    }

    private List<String> those(House house, int half) {
        List<String> all = guests.getOrDefault(house, List.of());
        return all.subList(half * all.size() / 2, (half + 1) * all.size() / 2);
    }

    private boolean areIn(int half) {
        return guests.keySet().stream()
                .allMatch(house -> those(house, half).stream().allMatch(guest -> house.isIn(guest, Terrace.MEMBERS)));
    }

    private boolean isSomebodyIn() {
        return guests.keySet().stream()
                .anyMatch(house -> those(house, 1).stream().anyMatch(guest -> house.isIn(guest, Terrace.MEMBERS)));
    }

    /** On the clock that is moved. */
    private Duration until(BooleanSupplier right) {
        Duration passed = Duration.ZERO;
        while (!right.getAsBoolean() && passed.compareTo(FOR_ALL) <= 0) {
            partners.clock().advance(LOOK);
            passed = passed.plus(LOOK);
            LockSupport.parkNanos(REAL_STEP.toNanos());
        }
        return passed;
    }
}
