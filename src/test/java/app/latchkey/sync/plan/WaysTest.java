package app.latchkey.sync.plan;

import static app.latchkey.entitlement.Shop.*;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.Contract;
import app.latchkey.entitlement.Cure;
import app.latchkey.entitlement.Pass;
import app.latchkey.entitlement.PassUse;
import app.latchkey.entitlement.Purchase;
import app.latchkey.shared.Window;
import app.latchkey.sync.plan.Ways.Way;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a purchase lacks, when it counts then, and which one nothing brings back. */
class WaysTest {

    private static final Booking ROOM = booking(2, ANA, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z");
    private static final Window ROOMS = between("2026-01-08T13:45:00Z", "2026-01-08T15:15:00Z");
    private static final Contract OFFICE = contract(1, ANA, OFFICE_12, "2026-01-10T00:00:00Z");
    private static final Window OFFICES = Window.from(at("2026-01-10T00:00:00Z"));
    private static final Window PAUSE = between("2026-01-10T00:00:00Z", "2026-02-01T00:00:00Z");
    private static final Pass PASS = dayPass(3, ANA, "2026-01-08T09:00:00Z");

    private static void assertWays(Purchase purchase, Way... ways) {
        assertThat(new Ways(List.of(purchase), LONDON).of(purchase)).containsExactly(ways);
    }

    private static void assertNever(Purchase purchase) {
        assertThat(new Ways(List.of(purchase), LONDON).of(purchase))
                .allSatisfy(way -> assertThat(way.windows()).isEmpty());
    }

    @Test
    void waitsForABookingAndForSomebodyToConfirmIt() {
        assertWays(ROOM, Way.during(ROOMS));
        assertWays(tentative(ROOM), Way.during(ROOMS).doing(new Cure.Confirm(ROOM.key())));
    }

    /** Its time gives way to the bookings next door as soon as it is confirmed. */
    @Test
    void confirmsABookingBetweenOthers() {
        Booking asked = tentative(ROOM);
        Booking before = booking(3, BEN, ROOM_4, "2026-01-08T13:00:00Z", "2026-01-08T13:55:00Z");
        assertThat(new Ways(List.of(asked, before), LONDON.shrinkingAt(Set.of(ROOM_4.id()))).of(asked))
                .containsExactly(Way.during(between("2026-01-08T13:55:00Z", "2026-01-08T15:15:00Z"))
                        .doing(new Cure.Confirm(ROOM.key())));
    }

    @Test
    void bringsNoBookingBackThatEndsBeforeItBegins() {
        assertNever(booking(2, ANA, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T14:00:00Z"));
    }

    @Test
    void waitsForAPassThatIsBoughtForLater() {
        assertWays(PASS, Way.during(Window.from(PASS.boughtAt())));
        assertWays(
                expiring(PASS, "2026-01-08T10:00:00Z"),
                Way.during(between("2026-01-08T09:00:00Z", "2026-01-08T10:00:00Z")));
    }

    @Test
    void countsAPassThatIsUsedUpToTheEndOfItsDay() {
        assertWays(
                usedUp(PASS, PassUse.since(at("2026-01-08T09:30:00Z"))),
                Way.during(between("2026-01-08T09:00:00Z", "2026-01-09T00:00:00Z")));
    }

    @Test
    void bringsNoPassBackThatIsExpiredBeforeItIsBought() {
        assertNever(expiring(PASS, "2026-01-08T09:00:00Z"));
    }

    @Test
    void waitsForAContractAndItsActivation() {
        assertWays(OFFICE, Way.during(OFFICES));
        assertWays(inactive(OFFICE), Way.during(OFFICES).doing(new Cure.Activate(OFFICE.key())));
        assertWays(
                cancelled(OFFICE, "2026-01-28T00:00:00Z"),
                Way.during(between("2026-01-10T00:00:00Z", "2026-01-28T00:00:00Z")));
    }

    @Test
    void waitsForTheEndOfAPauseOrEndsIt() {
        Way waited = Way.during(Window.from(at("2026-02-01T00:00:00Z")));
        Cure ended = new Cure.EndPause(OFFICE.key());
        assertWays(paused(OFFICE, PAUSE), waited, Way.during(OFFICES).doing(ended));
        Cure activated = new Cure.Activate(OFFICE.key());
        assertWays(
                paused(inactive(OFFICE), PAUSE),
                waited.doing(activated),
                Way.during(OFFICES).doing(activated, ended));
    }

    @Test
    void bringsNoContractBackThatIsCancelledOrEndsBeforeItBegins() {
        assertNever(cancelled(OFFICE, null));
        assertNever(cancelled(OFFICE, "2026-01-10T00:00:00Z"));
    }

    @Test
    void waitsForADecisionOfNexudusButBringsNoneBack() {
        assertWays(decided(4, ANA, "2026-01-08T14:00:00Z", null), Way.during(Window.from(at("2026-01-08T14:00:00Z"))));
        assertNever(decided(4, ANA, "2026-01-08T14:00:00Z", "2026-01-08T14:00:00Z"));
    }
}
