package app.latchkey.sync.plan;

import static app.latchkey.entitlement.Shop.*;
import static app.latchkey.sync.plan.Scene.in;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.Booking;
import app.latchkey.sync.plan.Decision.Withhold;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BackAndForthTest {

    private static final Booking ROOM = booking(2, ANA, ROOM_2, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z");
    private static final Booking OTHER = booking(3, ANA, ROOM_2, "2026-01-08T14:00:00Z", "2026-01-08T16:00:00Z");
    private static final Membership STREET_DOOR = in(1, STREET);
    private static final int MOST = 4;

    private final Plan plan = planned(ROOM);

    @Test
    void letsInAgainAsLongAsThatMayBeChance() {
        assertThat(granted(3, plan).stop(plan)).isEqualTo(plan);
    }

    @Test
    void stopsWhatWasGrantedInVainTooOften() {
        assertThat(granted(MOST, plan).stop(plan).only(Withhold.class))
                .singleElement()
                .satisfies(withhold -> {
                    assertThat(withhold.reason()).isEqualTo(WithheldReason.BACK_AND_FORTH);
                    assertThat(withhold.because()).isEqualTo(reasons(plan));
                });
    }

    @Test
    void countsOnlyGrantsForTheSame() {
        Plan another = planned(OTHER);
        assertThat(granted(MOST, plan).stop(another)).isEqualTo(another);
    }

    @Test
    void staysStoppedForTheSameAndLetsInForSomethingElse() {
        BackAndForth stopped = new BackAndForth(Map.of(), Map.of(STREET_DOOR, reasons(plan)), MOST);
        assertThat(stopped.stop(plan).grants()).isEmpty();
        assertThat(stopped.stop(planned(ROOM, OTHER)).grants()).hasSize(1);
    }

    private static BackAndForth granted(int times, Plan plan) {
        return new BackAndForth(Map.of(STREET_DOOR, Collections.nCopies(times, reasons(plan))), Map.of(), MOST);
    }

    private static List<Because> reasons(Plan plan) {
        return plan.grants().getFirst().because();
    }

    private static Plan planned(Booking... bookings) {
        Plan plan =
                Scene.at("2026-01-08T14:30:00Z").linked(ANA, 1).buys(bookings).plan();
        assertThat(plan.grants()).extracting(Decision::group).containsExactly(STREET);
        return plan;
    }

    /** Nobody can have taken out somebody who has never been a Salto user. */
    @Test
    void neverStopsANewcomer() {
        Plan newcomer =
                Scene.at("2026-01-08T14:30:00Z").toInvite(ANA).buys(ROOM).plan();
        assertThat(granted(MOST, plan).stop(newcomer)).isEqualTo(newcomer);
        assertThat(newcomer.grants()).hasSize(1);
    }
}
