package app.latchkey.sync.plan;

import static app.latchkey.entitlement.Shop.*;
import static app.latchkey.sync.plan.Scene.in;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Case;
import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.Contract;
import app.latchkey.entitlement.Matches;
import app.latchkey.sync.plan.Decision.Foreign;
import app.latchkey.sync.plan.Decision.Grant;
import app.latchkey.sync.plan.Decision.Keep;
import app.latchkey.sync.plan.Decision.Withhold;
import app.latchkey.sync.plan.Ending.Cause;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is taken out, and above all who is not. */
class RemovalsTest {

    private static final Contract OFFICE = contract(1, ANA, OFFICE_12, "2026-01-01T00:00:00Z");
    private static final Booking ROOM = booking(2, ANA, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z");

    private final Scene scene = Scene.at("2026-01-08T14:30:00Z").linked(ANA, 1).linked(BEN, 2);

    @Case(16)
    @Test
    void leavesSomebodyPutInByHandAloneForAThousandRuns() {
        scene.byHand(1, STREET);
        for (int run = 0; run < 1_000; run++) {
            assertThat(scene.run().changes()).isEmpty();
        }
        assertThat(scene.memberships()).containsExactly(in(1, STREET));
        assertThat(scene.plan().decisions()).hasOnlyElementsOfType(Foreign.class);
    }

    @Case(17)
    @Test
    void givesSomebodyWhoWasThereBeforeBackToTheHandThatPutHimIn() {
        scene.byHand(1, STREET).run();
        scene.buys(OFFICE);
        assertThat(scene.run().only(Foreign.class))
                .allMatch(foreign -> !foreign.because().isEmpty());
        scene.buys(cancelled(OFFICE, "2026-01-09T00:00:00Z")).now("2026-01-09T00:00:00Z");
        assertThat(scene.run().only(Foreign.class))
                .allMatch(foreign -> foreign.because().isEmpty());
        assertThat(scene.memberships()).containsExactly(in(1, STREET));
    }

    @Case(18)
    @Test
    void putsBackOnceWhomSomebodyTookOutAndThenAsks() {
        scene.buys(OFFICE).run();
        assertThat(scene.takenOut(1, STREET).plan().grants()).hasSize(1);
        assertThat(scene.asksAbout(1, STREET).plan().only(Withhold.class))
                .extracting(Withhold::reason)
                .containsExactly(WithheldReason.TAKEN_OUT_BY_HAND);
    }

    @Case(24)
    @Test
    void takesNobodyOutForWhatAnIncompleteReadDidNotShow() {
        scene.buys(ROOM).run();
        scene.loses(ROOM.key()).reading(reading -> Reading.partly(reading.seen()));
        assertThat(scene.run().changes()).isEmpty();
        assertThat(scene.plan().only(Decision.Hold.class))
                .hasSize(2)
                .allMatch(hold -> hold.reason() == HoldReason.NEXUDUS_INCOMPLETE);
    }

    @Case(24)
    @Test
    void takesSomebodyOutAtOnceForABookingThatIsKnownToBeCancelled() {
        scene.buys(ROOM).run();
        scene.loses(ROOM.key())
                .reading(reading -> Reading.partly(reading.seen()).withCancelled(Set.of(ROOM.key())));
        assertThat(scene.plan().revokes())
                .hasSize(2)
                .allSatisfy(revoke ->
                        assertThat(revoke.endings()).extracting(Ending::cause).containsExactly(Cause.PURCHASE_GONE));
    }

    @Test
    void endsWhatHasAnEndAlsoWhenNexudusIsAway() {
        scene.buys(ROOM).run();
        scene.loses(ROOM.key()).reading(reading -> Reading.partly(reading.seen()));
        assertThat(scene.now("2026-01-08T15:15:00Z").plan().revokes()).hasSize(2);
    }

    @Case(29)
    @Test
    void decidesAgainWhenTheReasonCameBackBeforeTheRemovalWasDone() {
        scene.buys(OFFICE).run();
        assertThat(scene.suspend(ANA).plan().revokes()).hasSize(1);
        assertThat(scene.linked(ANA, 1).plan().decisions()).hasOnlyElementsOfType(Keep.class);
    }

    @Case(38)
    @Test
    void withholdsWhatNeedsAGroupThatIsGoneAndRemovesNobody() {
        scene.buys(ROOM).run();
        Plan plan = scene.gone(STUDIO).plan();
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.only(Withhold.class)).extracting(Withhold::reason).containsExactly(WithheldReason.GROUP_GONE);
    }

    @Case(55)
    @Test
    void neverTouchesProtectedPeople() {
        scene.buys(OFFICE).run();
        scene.untouchable(1).suspend(ANA);
        assertThat(scene.plan().only(Foreign.class)).allMatch(Foreign::pinned).hasSize(1);
        scene.linked(ANA, 1).takenOut(1, STREET);
        assertThat(scene.plan().only(Withhold.class))
                .extracting(Withhold::reason)
                .containsExactly(WithheldReason.PROTECTED_PERSON);
    }

    @Case(55)
    @Test
    void neverTouchesPinnedMemberships() {
        scene.byHand(2, STREET).row(LedgerRow.of(Scene.user(2), STREET, Ownership.PROTECTED));
        assertThat(scene.run().changes()).isEmpty();
        assertThat(scene.plan().only(Foreign.class)).allMatch(Foreign::pinned);
    }

    @Case(57)
    @Test
    void writesNothingWhileFrozen() {
        scene.buys(OFFICE).run();
        scene.suspend(ANA).buys(booking(5, BEN, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z"));
        assertThat(scene.plan().changes()).hasSize(3);
        assertThat(scene.conduct(Conduct.FROZEN).plan().isQuiet()).isTrue();
    }

    @Test
    void takesNobodyOutInGrantsOnly() {
        scene.buys(OFFICE).run();
        scene.conduct(Conduct.GRANTS_ONLY).suspend(ANA);
        scene.buys(booking(5, BEN, ROOM_2, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z"));
        assertThat(scene.plan().changes()).hasOnlyElementsOfType(Grant.class).hasSize(1);
    }

    @Test
    void takesOutWhatAMatchNoLongerEarnsAlsoWhereNothingElseIsMatchedToTheGroup() {
        scene.buys(ROOM).run();
        Plan plan = scene.matches(Matches.none()).plan();
        assertThat(plan.revokes())
                .hasSize(2)
                .allSatisfy(revoke ->
                        assertThat(revoke.endings()).extracting(Ending::cause).containsOnly(Cause.MATCH_REMOVED));
    }

    @Test
    void looksAfterAdoptedMembershipsAsItsOwn() {
        scene.byHand(1, STREET)
                .row(LedgerRow.of(Scene.user(1), STREET, Ownership.ADOPTED))
                .buys(OFFICE);
        assertThat(scene.run().decisions()).hasOnlyElementsOfType(Keep.class);
        assertThat(scene.suspend(ANA).run().revokes()).hasSize(1);
    }

    @Test
    void trustsTheLedgerWhileSaltoWasNotReadToTheEnd() {
        scene.buys(OFFICE).run();
        scene.takenOut(1, STREET).reading(Reading::withoutAllMemberships);
        assertThat(scene.plan().decisions()).hasOnlyElementsOfType(Keep.class);
        scene.buys(contract(9, BEN, DESK_9, "2026-01-01T00:00:00Z"));
        assertThat(scene.plan().only(Decision.Hold.class))
                .extracting(Decision.Hold::reason)
                .containsExactly(HoldReason.SALTO_INCOMPLETE);
    }

    @Test
    void saysThatACustomerWhoLeftNexudusIsGone() {
        scene.buys(OFFICE).run();
        assertThat(scene.without(ANA).plan().revokes())
                .allSatisfy(revoke ->
                        assertThat(revoke.endings()).extracting(Ending::cause).containsExactly(Cause.CUSTOMER_GONE));
    }

    @Test
    void forgetsWhatWasInAGroupThatIsGoneAndIsNoLongerWanted() {
        scene.buys(ROOM).run();
        scene.gone(STUDIO).loses(ROOM.key());
        assertThat(scene.plan().only(Decision.Forget.class))
                .extracting(Decision::group)
                .containsExactly(STUDIO);
    }

    @Test
    void endsWhatNobodyKnowsAReasonForOnlyWhenEverythingWasRead() {
        scene.byHand(1, STREET).row(LedgerRow.of(Scene.user(1), STREET, Ownership.OURS));
        scene.reading(reading -> Reading.partly(reading.seen()));
        assertThat(scene.plan().only(Decision.Hold.class))
                .extracting(Decision.Hold::reason)
                .containsExactly(HoldReason.NEXUDUS_INCOMPLETE);
        assertThat(scene.reading(reading -> reading).plan().revokes())
                .singleElement()
                .satisfies(revoke -> assertThat(revoke.endings()).isEmpty());
    }
}
