package app.latchkey.entitlement;

import static app.latchkey.entitlement.Shop.*;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Case;
import app.latchkey.shared.Window;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class PassRulesTest {

    private static final Pass DAY = dayPass(1, ANA, "2026-01-08T09:00:00Z");
    private static final Pass MINUTES = minutePass(1, ANA, "2026-01-08T09:00:00Z");
    private static final PassUse TEN = PassUse.since(at("2026-01-08T10:00:00Z"));

    @Test
    void opensFromThePurchaseWhileUnused() {
        assertThat(streetDoor(DAY)).containsExactly(Window.from(at("2026-01-08T09:00:00Z")));
    }

    @Test
    void closesWhenItExpiresUnused() {
        assertThat(streetDoor(expiring(DAY, "2026-02-01T00:00:00Z")))
                .containsExactly(between("2026-01-08T09:00:00Z", "2026-02-01T00:00:00Z"));
    }

    @Case(4)
    @Test
    void keepsAUsedDayPassOpenToTheCutOffOfItsDay() {
        Rules nightOwls = LONDON.cutOffAt(LocalTime.of(3, 0));
        Window open = streetDoor(nightOwls, usedUp(DAY, TEN)).getFirst();
        assertThat(open.contains(at("2026-01-08T17:00:00Z"))).isTrue();
        assertThat(open.contains(at("2026-01-09T02:59:59Z"))).isTrue();
        assertThat(open.contains(at("2026-01-09T03:00:00Z"))).isFalse();
    }

    @Test
    void countsAVisitBeforeTheCutOffToTheDayBefore() {
        Rules nightOwls = LONDON.cutOffAt(LocalTime.of(3, 0));
        PassUse lateNight = PassUse.since(at("2026-01-09T01:00:00Z"));
        assertThat(streetDoor(nightOwls, usedUp(DAY, lateNight)))
                .containsExactly(between("2026-01-08T09:00:00Z", "2026-01-09T03:00:00Z"));
    }

    @Test
    void endsTheDayAtMidnightUnlessTheSpaceSaysOtherwise() {
        assertThat(streetDoor(usedUp(DAY, TEN)).getFirst().until()).isEqualTo(at("2026-01-09T00:00:00Z"));
    }

    @Case(5)
    @Test
    void letsAMinutePassStayToTheCheckOut() {
        PassUse over = new PassUse(at("2026-01-08T10:00:00Z"), at("2026-01-08T11:20:00Z"));
        assertThat(streetDoor(usedUp(MINUTES, over)).getFirst().until()).isEqualTo(at("2026-01-08T11:20:00Z"));
    }

    @Case(5)
    @Test
    void endsAMinutePassAtTheCutOffWhenNobodyChecksOut() {
        PassUse forgotten = new PassUse(at("2026-01-08T10:00:00Z"), at("2026-01-10T08:00:00Z"));
        assertThat(streetDoor(usedUp(MINUTES, TEN)).getFirst().until()).isEqualTo(at("2026-01-09T00:00:00Z"));
        assertThat(streetDoor(usedUp(MINUTES, forgotten)).getFirst().until()).isEqualTo(at("2026-01-09T00:00:00Z"));
    }

    @Test
    void keepsAPassWithUsesLeftOpen() {
        Pass tenEntries = new Pass(1, ANA, FLEX, PassKind.DAY, at("2026-01-08T09:00:00Z"), null, false, 10, TEN);
        assertThat(streetDoor(tenEntries)).containsExactly(Window.from(at("2026-01-08T09:00:00Z")));
    }

    private static Pass fromPlan(boolean automatic, boolean paymentFailed) {
        return new Pass(
                1,
                ANA,
                FLEX,
                PassKind.DAY,
                at("2026-01-01T00:00:00Z"),
                at("2026-02-01T00:00:00Z"),
                false,
                1,
                null,
                new Pass.Renewal(automatic, paymentFailed));
    }

    @Case(10)
    @Test
    void bridgesARenewalOnlyWhereTheSpaceWantsItAndThePaymentIsOnItsWay() {
        Rules bridging = LONDON.bridging(java.time.Duration.ofHours(24));
        assertThat(streetDoor(LONDON, fromPlan(true, false)))
                .containsExactly(between("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"));
        assertThat(streetDoor(bridging, fromPlan(true, false)))
                .containsExactly(between("2026-01-01T00:00:00Z", "2026-02-02T00:00:00Z"));
        assertThat(streetDoor(bridging, fromPlan(true, true)))
                .containsExactly(between("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"));
        assertThat(streetDoor(bridging, fromPlan(false, false)))
                .containsExactly(between("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"));
    }

    @Case(10)
    @Test
    void bridgesNothingOnceTheNextPaymentIsKnownToBeMissing() {
        Rules bridging = LONDON.bridging(java.time.Duration.ofHours(24));
        assertThat(streetDoor(bridging, fromPlan(true, false).withoutPayment()))
                .containsExactly(between("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"));
        assertThat(DAY.withoutPayment()).isEqualTo(DAY);
    }

    @Test
    void comesFromAPlanOnlyWhereItIsRenewed() {
        assertThat(fromPlan(true, false).renewedBy()).contains(new Pass.Renewal(true, false));
        assertThat(DAY.renewedBy()).isEmpty();
    }
}
