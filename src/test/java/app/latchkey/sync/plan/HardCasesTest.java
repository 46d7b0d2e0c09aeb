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
import app.latchkey.sync.plan.Decision.Revoke;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Hard cases that one plan, or a few after each other, settle. */
class HardCasesTest {

    private static final Contract OFFICE = contract(1, ANA, OFFICE_12, "2026-01-01T00:00:00Z");
    private static final Booking ROOM = booking(2, ANA, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z");

    private final Scene scene = Scene.at("2026-01-08T14:30:00Z").linked(ANA, 1).linked(BEN, 2);

    private static Matches only(app.latchkey.shared.AccessGroupId group) {
        return new Matches(1, Map.of(OFFICE_12.id(), Set.of(group)));
    }

    /** What one space does at a site that another space shares: the other sees it and nothing more. */
    private static void show(Scene from, Scene to) {
        to.memberships().forEach(membership -> {
            if (!from.memberships().contains(membership)) {
                to.out(membership);
            }
        });
        from.memberships().forEach(to::present);
    }

    @Case(14)
    @Test
    void takesOnlyOurOwnMembershipsOfThisSpaceWhenItLeavesASharedSite() {
        scene.buys(OFFICE).byHand(1, STUDIO).run();
        Plan leaving = scene.matches(Matches.none()).run();
        assertThat(leaving.revokes()).extracting(Revoke::group).containsExactly(STREET);
        assertThat(scene.memberships()).containsExactly(in(1, STUDIO));
    }

    @Case(15)
    @Test
    void staysStableWhileTwoSpacesOfOneSiteTakeTurnsAHundredTimes() {
        Scene north = Scene.at("2026-01-08T14:30:00Z")
                .linked(ANA, 1)
                .matches(only(STREET))
                .buys(OFFICE);
        Scene south = Scene.at("2026-01-08T14:30:00Z")
                .linked(BEN, 2)
                .matches(only(STREET))
                .buys(contract(9, BEN, OFFICE_12, "2026-01-01T00:00:00Z"));
        int writes = 0;
        for (int turn = 0; turn < 100; turn++) {
            writes += north.run().changes().size();
            show(north, south);
            writes += south.run().changes().size();
            show(south, north);
        }
        assertThat(writes).isEqualTo(2);
        assertThat(north.memberships()).containsExactlyInAnyOrder(in(1, STREET), in(2, STREET));
        assertThat(north.plan().only(Foreign.class)).hasSize(1);
    }

    @Case(21)
    @Test
    void keepsTheDoorOpenForABookingThatIsExtendedInItsLastMinute() {
        scene.buys(ROOM).run();
        scene.now("2026-01-08T15:14:00Z").run();
        scene.buys(booking(2, ANA, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T16:00:00Z"));
        assertThat(scene.run().isQuiet()).isTrue();
        assertThat(scene.now("2026-01-08T16:14:59Z").run().isQuiet()).isTrue();
        assertThat(scene.now("2026-01-08T16:15:00Z").run().revokes()).hasSize(2);
    }

    @Case(22)
    @Test
    void givesAQuarterOfAnHourToLeaveWhenABookingIsCutShortToNow() {
        scene.buys(ROOM).run();
        scene.buys(booking(2, ANA, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T14:30:00Z"));
        assertThat(scene.run().isQuiet()).isTrue();
        assertThat(scene.now("2026-01-08T14:45:00Z").run().revokes()).hasSize(2);
    }

    @Case(30)
    @Test
    void interruptsNothingWhenTheAddressOfALinkedCustomerBecomesSomebodyElsesToo() {
        scene.buys(OFFICE).run();
        scene.withheld(BEN, WithheldReason.TWO_CUSTOMERS_ONE_EMAIL);
        assertThat(scene.run().isQuiet()).isTrue();
        assertThat(scene.memberships()).containsExactly(in(1, STREET));
    }

    @Case(34)
    @Test
    void revivesNothingForACustomerWhoWasDeletedAndMadeAgain() {
        scene.buys(OFFICE).run();
        Plan deleted = scene.without(ANA).loses(OFFICE.key()).run();
        assertThat(deleted.revokes()).hasSize(1);
        app.latchkey.shared.CustomerId again = new app.latchkey.shared.CustomerId(77);
        assertThat(scene.linked(again, 1).run().isQuiet()).isTrue();
        assertThat(scene.memberships()).isEmpty();
    }

    @Case(49)
    @Test
    void makesUpForARunThatComesFiveMinutesLate() {
        scene.now("2026-01-08T13:50:00Z").buys(ROOM);
        assertThat(scene.run().grants()).hasSize(2);
        assertThat(scene.now("2026-01-08T15:20:00Z").run().revokes()).hasSize(2);
        scene.buys(booking(3, BEN, ROOM_2, "2026-01-08T15:30:00Z", "2026-01-08T15:40:00Z"));
        assertThat(scene.now("2026-01-08T15:20:00Z").plan().grants())
                .allMatch(grant -> scene.now().isBefore(at("2026-01-08T15:30:00Z")))
                .hasSize(1);
    }

    @Case(51)
    @Test
    void takesNobodyOutForWantOfNexudusAndEndsOnlyWhatHasAnEnd() {
        scene.buys(OFFICE, ROOM).run();
        scene.loses(OFFICE.key()).loses(ROOM.key()).reading(_ -> Reading.partly(Set.of()));
        assertThat(scene.plan().changes()).isEmpty();
        assertThat(scene.now("2026-01-08T15:15:00Z").plan().revokes())
                .extracting(Revoke::group)
                .containsExactly(STUDIO);
    }

    @Case(52)
    @Test
    void asksSaltoForNothingWhileItCannotBeRead() {
        scene.buys(OFFICE).run();
        scene.takenOut(1, STREET).reading(Reading::withoutAllMemberships).conduct(Conduct.PAUSED);
        scene.buys(contract(9, BEN, DESK_9, "2026-01-01T00:00:00Z"));
        assertThat(scene.plan().isQuiet()).isTrue();
        assertThat(scene.ledger()).containsOnlyKeys(in(1, STREET));
    }

    @Case(54)
    @Test
    void takesOverNothingByItselfWhenASpaceComesBack() {
        scene.byHand(1, STREET).buys(OFFICE);
        assertThat(scene.run().only(Foreign.class)).hasSize(1);
        assertThat(scene.suspend(ANA).run().isQuiet()).isTrue();
        scene.row(LedgerRow.of(Scene.user(1), STREET, Ownership.ADOPTED));
        assertThat(scene.run().revokes()).hasSize(1);
    }

    @Case(58)
    @Test
    void endsEverythingOfSomebodyWhoIsErasedBeforeHeIsForgotten() {
        scene.buys(OFFICE, ROOM).run();
        Plan ending = scene.suspend(ANA).run();
        assertThat(ending.revokes()).hasSize(2).allMatch(Revoke::isSuspension);
        assertThat(scene.ledger()).isEmpty();
        assertThat(scene.without(ANA)
                        .loses(OFFICE.key())
                        .loses(ROOM.key())
                        .run()
                        .decisions())
                .isEmpty();
    }

    @Case(9)
    @Test
    void changesAPlanAtMidnightWithoutAMomentWithoutAKey() {
        scene.matches(new Matches(1, Map.of(OFFICE_12.id(), Set.of(STREET), DESK_9.id(), Set.of(STUDIO))))
                .buys(cancelled(OFFICE, "2026-01-09T00:00:00Z"))
                .run();
        scene.buys(contract(5, ANA, DESK_9, "2026-01-09T00:00:00Z"));
        assertThat(scene.now("2026-01-09T00:00:00Z").plan().changes())
                .hasExactlyElementsOfTypes(Grant.class, Revoke.class);
    }
}
