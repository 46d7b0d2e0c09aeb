package app.latchkey.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.shared.Window;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a member is told to do about a reason: always the thing that he himself can do, and nothing where there is none. */
class RemedyTest {

    private static List<String> reasonsFor(Optional<Remedy> remedy) {
        return AllReasons.reasons().stream()
                .filter(reason -> Remedy.of(reason).equals(remedy))
                .map(Reason::code)
                .toList();
    }

    private static List<String> reasonsFor(Remedy remedy) {
        return reasonsFor(Optional.of(remedy));
    }

    @Test
    void offersNothingWhereWaitingHelpsOrNothingIsWrong() {
        assertThat(reasonsFor(Optional.empty()))
                .containsExactlyInAnyOrder(
                        "open",
                        "open-by-hand",
                        "not-understood",
                        "too-early",
                        "contract-not-begun",
                        "on-its-way",
                        "space-watching");
    }

    @Test
    void sellsWhatHasRunOut() {
        assertThat(reasonsFor(Remedy.SEE_OFFERS)).containsExactly("never-bought");
        assertThat(reasonsFor(Remedy.BOOK_MORE)).containsExactlyInAnyOrder("just-ended", "booking-cancelled");
        assertThat(reasonsFor(Remedy.BUY_A_PASS)).containsExactlyInAnyOrder("pass-used-up", "pass-expired");
        assertThat(reasonsFor(Remedy.BUY_FOR_TODAY)).containsExactly("day-pass-over");
        assertThat(reasonsFor(Remedy.PAY)).containsExactly("invoice-open");
    }

    @Test
    void asksTheSpaceWhatOnlyTheSpaceDecides() {
        assertThat(reasonsFor(Remedy.ASK))
                .containsExactlyInAnyOrder(
                        "not-confirmed",
                        "contract-paused",
                        "two-customers-one-email",
                        "several-salto-users",
                        "salto-user-taken",
                        "disputed",
                        "waiting-for-approval",
                        "protected-person",
                        "being-taken-out");
        assertThat(reasonsFor(Remedy.TALK)).containsExactlyInAnyOrder("contract-ended", "access-ended");
    }

    @Test
    void callsSomebodyWhereOnlyAPersonCanOpenTheDoorNow() {
        assertThat(reasonsFor(Remedy.CALL))
                .containsExactlyInAnyOrder(
                        "suspended",
                        "refused",
                        "blocked-in-salto",
                        "expired-in-salto",
                        "outside-hours",
                        "salto-silent",
                        "nexudus-silent",
                        "taken-out-by-hand",
                        "space-paused",
                        "space-frozen");
    }

    @Test
    void tellsTheSpaceWhatItHasToPutRight() {
        assertThat(reasonsFor(Remedy.TELL))
                .containsExactlyInAnyOrder(
                        "no-seat",
                        "door-not-set-up",
                        "group-gone",
                        "item-unmatched",
                        "way-not-complete",
                        "link-broken",
                        "no-way-to-invite",
                        "salto-refuses");
    }

    @Test
    void showsAnotherWayInWhereThereIsOne() {
        assertThat(reasonsFor(Remedy.FIND_THE_MAIL)).containsExactly("invitation-open");
        assertThat(reasonsFor(Remedy.SET_UP_THE_APP)).containsExactlyInAnyOrder("no-way-in", "passport-not-offered");
        assertThat(reasonsFor(Remedy.USE_THE_APP)).containsExactly("tag-blocked");
        assertThat(reasonsFor(Remedy.USE_ANOTHER_DOOR)).containsExactly("lock-offline");
        assertThat(reasonsFor(Remedy.SHOW_WHERE)).containsExactlyInAnyOrder("booking-moved", "other-location");
    }

    /** Nobody is shown the way to the room at whose door they stand. */
    @Test
    void offersMoreTimeWhereABookingWasMovedInItsRoom() {
        Window morning = Shop.between("2026-05-08T08:00:00Z", "2026-05-08T09:00:00Z");
        Instant noon = Shop.at("2026-05-08T12:00:00Z");
        assertThat(Remedy.of(new Reason.BookingMoved(Shop.ROOM_4, Shop.ROOM_4, morning, noon)))
                .contains(Remedy.BOOK_MORE);
        assertThat(Remedy.of(new Reason.BookingMoved(Shop.ROOM_4, Shop.ROOM_2, morning, noon)))
                .contains(Remedy.SHOW_WHERE);
    }
}
