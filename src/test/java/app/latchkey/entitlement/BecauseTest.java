package app.latchkey.entitlement;

import static app.latchkey.entitlement.Shop.*;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class BecauseTest {

    /** Read by name, by the test that follows it. */
    @SuppressWarnings("unused")
    private static final Because[] WITHOUT_PURCHASE = {
        new Because.Given("Ana", at("2026-01-08T20:00:00Z"), "lost tag"),
        new Because.BeforeLatchkey(),
        new Because.FromNewerVersion()
    };

    @Test
    void leadsBackToWhatWasBoughtAndToItsItem() {
        Because booked = new Because.Booked(7, ROOM_4, between("2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z"));
        Because bought = new Because.Bought(7, FLEX, PassKind.DAY, at("2026-01-08T14:00:00Z"));
        Because contracted = new Because.Contracted(7, OFFICE_12, at("2026-01-08T14:00:00Z"));
        assertThat(booked.purchase()).contains(new PurchaseKey(PurchaseKind.BOOKING, 7));
        assertThat(bought.purchase()).contains(new PurchaseKey(PurchaseKind.PASS, 7));
        assertThat(contracted.purchase()).contains(new PurchaseKey(PurchaseKind.CONTRACT, 7));
        assertThat(booked.earnedBy()).contains(ROOM_4);
        assertThat(bought.earnedBy()).contains(FLEX);
        assertThat(contracted.earnedBy()).contains(OFFICE_12);
    }

    @ParameterizedTest
    @FieldSource("WITHOUT_PURCHASE")
    void knowsNoPurchaseBehindWhatSomebodyGaveOrFoundThere(Because because) {
        assertThat(because.purchase()).isEmpty();
        assertThat(because.earnedBy()).isEmpty();
    }

    /** Approvals and links hold these words for long: a change of them would ask everybody again. */
    @Test
    void namesAPurchaseByItsKindAndNumberAndSortsByThem() {
        PurchaseKey pass = new PurchaseKey(PurchaseKind.PASS, 4711);
        assertThat(pass).hasToString("PASS-4711");
        assertThat(pass).isLessThan(new PurchaseKey(PurchaseKind.PASS, 4712));
    }
}
