package app.latchkey.sync.plan;

import static app.latchkey.entitlement.Shop.*;
import static app.latchkey.sync.plan.Scene.in;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Case;
import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.Contract;
import app.latchkey.entitlement.Matches;
import app.latchkey.shared.CustomerId;
import app.latchkey.sync.plan.Decision.Grant;
import app.latchkey.sync.plan.Decision.Keep;
import app.latchkey.sync.plan.Decision.Revoke;
import app.latchkey.sync.plan.Decision.Withhold;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private static final Contract OFFICE = contract(1, ANA, OFFICE_12, "2026-01-01T00:00:00Z");
    private static final Booking ROOM = booking(2, ANA, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z");

    private final Scene scene = Scene.at("2026-01-08T14:30:00Z").linked(ANA, 1).linked(BEN, 2);

    @Test
    void grantsWhatIsEntitledAndKeepsItAfterwards() {
        assertThat(scene.buys(ROOM).run().grants()).hasSize(2);
        assertThat(scene.memberships()).containsExactlyInAnyOrder(in(1, STREET), in(1, STUDIO));
        assertThat(scene.run().decisions()).hasSize(2).allMatch(Keep.class::isInstance);
    }

    @Case(2)
    @Test
    void writesOneGrantAndOneRemovalForBookingsThatFollowEachOther() {
        scene.buys(booking(1, ANA, ROOM_2, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z"));
        scene.buys(booking(2, ANA, ROOM_2, "2026-01-08T15:00:00Z", "2026-01-08T16:00:00Z"));
        int writes = 0;
        for (int minute = 0; minute < 240; minute++) {
            scene.now("2026-01-08T%02d:%02d:00Z".formatted(13 + minute / 60, minute % 60));
            writes += scene.run().changes().size();
        }
        assertThat(writes).isEqualTo(2);
    }

    @Case(1)
    @Test
    void keepsAccessThatAnotherBookingStillHolds() {
        scene.buys(ROOM, booking(3, ANA, ROOM_2, "2026-01-08T14:00:00Z", "2026-01-08T17:00:00Z"))
                .run();
        Plan afterwards = scene.loses(ROOM.key()).run();
        assertThat(afterwards.revokes()).extracting(Revoke::group).containsExactly(STUDIO);
        assertThat(scene.memberships()).containsExactly(in(1, STREET));
    }

    @Case(7)
    @Test
    void keepsTheSaltoUserOfAPausedContractAndLetsHimInAgainWithoutAnInvitation() {
        scene.buys(OFFICE).run();
        scene.buys(paused(OFFICE, between("2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z")));
        assertThat(scene.now("2026-02-01T00:00:00Z").run().revokes()).hasSize(1);
        Plan resumed = scene.now("2026-03-01T00:00:00Z").run();
        assertThat(resumed.invitations()).isEmpty();
        assertThat(resumed.grants()).extracting(Grant::subject).containsExactly(Subject.of(Scene.user(1)));
    }

    /** Lacked once it may be an accident, lacked twice it is gone: in between nobody new comes in because of it. */
    @Case(24)
    @Test
    void keepsAndDoesNotGrantByAPurchaseThatOneReadingHasLacked() {
        scene.buys(ROOM, OFFICE).reading(reading -> reading.withDoubted(Set.of(ROOM.key())));
        assertThat(scene.run().only(Decision.Hold.class))
                .isNotEmpty()
                .allMatch(hold -> hold.reason() == HoldReason.PURCHASE_DOUBTED)
                .extracting(Decision::group)
                .doesNotContain(
                        scene.plan().only(Keep.class).findFirst().orElseThrow().group());
        scene.reading(reading -> reading).run();
        assertThat(scene.reading(reading -> reading.withDoubted(Set.of(ROOM.key())))
                        .run()
                        .decisions())
                .hasSizeGreaterThan(1)
                .allMatch(Keep.class::isInstance);
    }

    @Test
    void invitesNobodyForAPurchaseThatOneReadingHasLacked() {
        Plan plan = Scene.at("2026-01-08T14:30:00Z")
                .toInvite(ANA)
                .buys(ROOM)
                .reading(reading -> reading.withDoubted(Set.of(ROOM.key())))
                .plan();
        assertThat(plan.invitations()).isEmpty();
        assertThat(plan.isQuiet()).isTrue();
    }

    @Case(8)
    @Test
    void letsACancelledContractRunToItsDate() {
        scene.buys(OFFICE).run();
        scene.buys(cancelled(OFFICE, "2026-01-28T00:00:00Z"));
        assertThat(scene.run().isQuiet()).isTrue();
        assertThat(scene.now("2026-01-27T23:59:59Z").run().isQuiet()).isTrue();
        assertThat(scene.now("2026-01-28T00:00:00Z").run().revokes()).hasSize(1);
    }

    @Case({9, 22})
    @Test
    void opensTheNewRoomBeforeItClosesTheOld() {
        scene.buys(ROOM).run();
        scene.matches(new Matches(2, Map.of(ROOM_4.id(), Set.of(STUDIO), ROOM_2.id(), Set.of(STREET))));
        scene.run();
        Plan moved = scene.buys(booking(2, ANA, ROOM_2, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z"))
                .plan();
        assertThat(moved.changes()).hasExactlyElementsOfTypes(Grant.class, Revoke.class);
    }

    @Case(13)
    @Test
    void writesNothingWhenOneOfTwoContractsEnds() {
        scene.buys(OFFICE, contract(3, ANA, DESK_9, "2026-01-01T00:00:00Z")).run();
        scene.buys(cancelled(OFFICE, "2026-01-08T00:00:00Z"));
        assertThat(scene.run().changes()).isEmpty();
    }

    @Case(23)
    @Test
    void letsTheNewOwnerOfABookingInAndTheOldOneOut() {
        scene.buys(ROOM).run();
        Plan handedOver = scene.buys(booking(2, BEN, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z"))
                .run();
        assertThat(handedOver.changes())
                .hasExactlyElementsOfTypes(Grant.class, Grant.class, Revoke.class, Revoke.class);
        assertThat(scene.memberships()).containsExactlyInAnyOrder(in(2, STREET), in(2, STUDIO));
    }

    @Case(31)
    @Test
    void givesNobodyADoorWhileTwoCustomersShareAnAddress() {
        scene.withheld(ANA, WithheldReason.TWO_CUSTOMERS_ONE_EMAIL).buys(OFFICE);
        Plan plan = scene.run();
        assertThat(plan.isQuiet()).isTrue();
        assertThat(plan.only(Withhold.class)).hasSize(1);
    }

    @Case(33)
    @Test
    void letsSomebodyInWhoHasATagAndNoEmail() {
        CustomerId tagOnly = new CustomerId(7);
        assertThat(scene.linked(tagOnly, 7)
                        .buys(contract(9, tagOnly, OFFICE_12, "2026-01-01T00:00:00Z"))
                        .plan()
                        .grants())
                .hasSize(1);
    }

    @Test
    void invitesANewcomerBeforeHisFirstGrantAndOnlyOnceSomethingIsDue() {
        CustomerId newcomer = new CustomerId(7);
        scene.toInvite(newcomer).buys(booking(9, newcomer, ROOM_4, "2026-01-08T20:00:00Z", "2026-01-08T21:00:00Z"));
        assertThat(scene.plan().invitations()).isEmpty();
        Plan due = scene.now("2026-01-08T19:45:00Z").run();
        assertThat(due.invitations()).extracting(Invite::customer).containsExactly(newcomer);
        assertThat(due.grants()).hasSize(2);
        assertThat(scene.run().isQuiet()).isTrue();
    }

    @Case(40)
    @Test
    void endsNothingBecauseAnItemIsArchived() {
        Booking ahead = booking(5, ANA, ROOM_4, "2026-01-09T14:00:00Z", "2026-01-09T15:00:00Z");
        scene.buys(ahead).now("2026-01-09T14:00:00Z");
        assertThat(scene.plan().grants()).hasSize(2);
    }

    @Test
    void joinsTheReasonsOfAllCustomersThatAreOneSaltoUser() {
        scene.linked(BEN, 1).buys(OFFICE, contract(3, BEN, DESK_9, "2026-01-01T00:00:00Z"));
        assertThat(scene.run().grants())
                .hasSize(1)
                .allMatch(grant -> grant.because().size() == 2);
        assertThat(scene.suspend(ANA).run().isQuiet()).isTrue();
        assertThat(scene.suspend(BEN).run().revokes()).hasSize(1);
    }

    @Test
    void forgetsWhatIsNeitherThereNorWanted() {
        scene.buys(ROOM).run();
        scene.loses(ROOM.key()).takenOut(1, STREET).takenOut(1, STUDIO);
        assertThat(scene.run().decisions()).hasOnlyElementsOfType(Decision.Forget.class);
        assertThat(scene.ledger()).isEmpty();
    }

    @Test
    void grantsTheSoonestDueFirst() {
        scene.buys(OFFICE, booking(5, BEN, ROOM_2, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z"));
        assertThat(scene.plan().grants())
                .extracting(grant -> grant.window().from())
                .isSorted();
    }

    @Test
    void isNotQuietWhileSomethingIsToBeWritten() {
        assertThat(scene.buys(ROOM).plan().isQuiet()).isFalse();
        assertThat(scene.run().isQuiet()).isFalse();
        assertThat(scene.plan().isQuiet()).isTrue();
    }

    @Test
    void saysNothingOfGroupsThatTheSpaceHasNotMatched() {
        assertThat(scene.byHand(1, group(9)).plan().decisions()).isEmpty();
    }
}
