package app.latchkey.neighbours;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.product.NoLimits;
import app.latchkey.product.RunningProduct;
import app.latchkey.sync.House;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sandbox.world.Terrace;

/** Good spaces beside more whose Salto takes every call and never ends its answer: they keep few places, and for no longer than we wait for an answer. */
class HungPartnerEndurance {

    private static final int GOOD = Integer.getInteger("endurance.hung.good", 16);
    private static final int HUNG = Integer.getInteger("endurance.hung.hung", 24);
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 9;
    private static final int VICTIMS = 4;
    /** Half of those that a node has for the customers of spaces: sixteen, and 48 for whoever only waits. */
    private static final int MOST_BLOCKED = 32;

    private static final double MOST_SLOWER = 1.2;

    @Test
    void blocksFewPlacesAndSlowsNobody() throws IOException {
        try (RunningProduct product = RunningProduct.withTerrace(GOOD + HUNG, NoLimits.SETTINGS)) {
            GoodHouses good = new GoodHouses(product, GOOD);
            List<House> hung = GoodHouses.moveIn(product, GOOD + 1, GOOD + HUNG);
            List<List<String>> victims = new ArrayList<>();
            for (House house : hung) {
                victims.add(house.people("victim", VICTIMS));
                house.fullRun();
            }
            good.buy(WARM_UP);
            NeighboursReport report = new NeighboursReport("hung-partner");
            Purchases alone = good.buy(ROUNDS);
            HangingCalls calls = new HangingCalls();
            hung.forEach(house -> product.partners().salto().fail("/sites/" + house.site(), calls.fault()));
            for (int one = 0; one < HUNG; one++) {
                victims.get(one).forEach(hung.get(one)::buysAPass);
            }
            eventually("the first that hang", () -> calls.most() > 0);
            Purchases beside = good.buy(ROUNDS);
            Purchases later = good.buy(ROUNDS);
            product.partners().salto().clearFaults();
            good.takeTheirTime();
            eventually("those who had waited", () -> areIn(hung, victims));
            Purchases after = good.buy(ROUNDS);

            report.add("nobody, before these", alone, "");
            report.add(
                    "%d whose Salto never ends an answer, from the first call on".formatted(HUNG),
                    beside,
                    calls.words());
            report.add("the same, later", later, "");
            report.add("nobody, after these", after, "");
            assertThat(alone.and(after).isSound()).as("%s %s", alone, after).isTrue();
            assertThat(beside.and(later).isSound()).as("%s %s", beside, later).isTrue();
            assertThat(calls.most()).as("calls waited for at once").isLessThanOrEqualTo(MOST_BLOCKED);
            assertThat(beside.and(later).p95().toMillis() / (double) alone.p95().toMillis())
                    .isLessThanOrEqualTo(MOST_SLOWER);
        }
    }

    private static boolean areIn(List<House> hung, List<List<String>> victims) {
        return IntStream.range(0, hung.size())
                .allMatch(one -> victims.get(one).stream()
                        .allMatch(email -> hung.get(one).isIn(email, Terrace.MEMBERS)));
    }
}
