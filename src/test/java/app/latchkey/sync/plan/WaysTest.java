package app.latchkey.sync.plan;

import static app.latchkey.entitlement.Shop.*;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.Contract;
import app.latchkey.entitlement.Cure;
import app.latchkey.entitlement.Pass;
import app.latchkey.entitlement.PassUse;
import app.latchkey.entitlement.Purchase;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a purchase that does not count now lacks, and which one nothing brings back. */
class WaysTest {

    private static final Booking ROOM = booking(2, ANA, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z");
    private static final Contract OFFICE = contract(1, ANA, OFFICE_12, "2026-01-10T00:00:00Z");
    private static final Pass PASS = dayPass(3, ANA, "2026-01-08T09:00:00Z");

    private static void assertLacks(String now, Purchase purchase, Cure... cures) {
        assertThat(new Ways(LONDON, at(now)).of(purchase).orElseThrow()).containsExactly(cures);
    }

    private static void assertOver(String now, Purchase purchase) {
        assertThat(new Ways(LONDON, at(now)).of(purchase)).isEqualTo(Optional.empty());
    }

    @Test
    void waitsForABookingAndForSomebodyToConfirmIt() {
        Cure wait = new Cure.WaitUntil(at("2026-01-08T13:45:00Z"));
        assertLacks("2026-01-08T13:00:00Z", ROOM, wait);
        assertLacks("2026-01-08T13:45:00Z", ROOM);
        assertLacks("2026-01-08T13:00:00Z", tentative(ROOM), wait, new Cure.Confirm(ROOM.key()));
        assertLacks("2026-01-08T15:14:59Z", tentative(ROOM), new Cure.Confirm(ROOM.key()));
    }

    @Test
    void bringsNoBookingBackThatIsOverOrEndsBeforeItBegins() {
        assertOver("2026-01-08T15:15:00Z", ROOM);
        assertOver("2026-01-08T13:00:00Z", booking(2, ANA, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T14:00:00Z"));
    }

    @Test
    void waitsForAPassThatIsBoughtForLater() {
        assertLacks("2026-01-07T09:00:00Z", PASS, new Cure.WaitUntil(at("2026-01-08T09:00:00Z")));
        assertLacks("2026-01-08T09:00:00Z", PASS);
        assertLacks("2026-01-08T09:59:59Z", expiring(PASS, "2026-01-08T10:00:00Z"));
    }

    @Test
    void bringsNoPassBackThatIsUsedUpOrExpiredOrNeverHeld() {
        assertOver("2026-01-08T10:00:00Z", usedUp(PASS, PassUse.since(at("2026-01-08T09:30:00Z"))));
        assertOver("2026-01-08T10:00:00Z", expiring(PASS, "2026-01-08T10:00:00Z"));
        assertOver("2026-01-07T10:00:00Z", expiring(PASS, "2026-01-08T09:00:00Z"));
    }

    @Test
    void waitsForAContractItsActivationAndTheEndOfItsPause() {
        Cure wait = new Cure.WaitUntil(OFFICE.startsAt());
        Contract paused = paused(OFFICE, between("2026-01-10T00:00:00Z", "2026-02-01T00:00:00Z"));
        assertLacks("2026-01-08T14:00:00Z", OFFICE, wait);
        assertLacks("2026-01-08T14:00:00Z", inactive(OFFICE), wait, new Cure.Activate(OFFICE.key()));
        assertLacks("2026-01-08T14:00:00Z", paused, wait, new Cure.EndPause(OFFICE.key()));
        assertLacks("2026-01-20T00:00:00Z", paused, new Cure.EndPause(OFFICE.key()));
        assertLacks("2026-02-01T00:00:00Z", paused);
        assertLacks("2026-01-20T00:00:00Z", cancelled(OFFICE, "2026-01-28T00:00:00Z"));
    }

    @Test
    void bringsNoDecisionOfNexudusBackThatIsOver() {
        assertLacks("2026-01-08T14:00:00Z", decided(4, ANA, "2026-01-08T14:00:00Z", null));
        assertLacks(
                "2026-01-08T13:00:00Z",
                decided(4, ANA, "2026-01-08T14:00:00Z", "2026-01-08T20:00:00Z"),
                new Cure.WaitUntil(at("2026-01-08T14:00:00Z")));
        assertOver("2026-01-08T20:00:00Z", decided(4, ANA, "2026-01-08T14:00:00Z", "2026-01-08T20:00:00Z"));
        assertOver("2026-01-08T13:00:00Z", decided(4, ANA, "2026-01-08T14:00:00Z", "2026-01-08T14:00:00Z"));
    }

    @Test
    void bringsNoContractBackThatIsCancelledOrEndsBeforeItBegins() {
        assertOver("2026-01-20T00:00:00Z", cancelled(OFFICE, null));
        assertOver("2026-01-28T00:00:00Z", cancelled(OFFICE, "2026-01-28T00:00:00Z"));
        assertOver("2026-01-08T00:00:00Z", cancelled(OFFICE, "2026-01-10T00:00:00Z"));
    }
}
