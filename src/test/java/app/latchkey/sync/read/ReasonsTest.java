package app.latchkey.sync.read;

import static app.latchkey.entitlement.Shop.ANA;
import static app.latchkey.entitlement.Shop.BEN;
import static app.latchkey.entitlement.Shop.DESK_9;
import static app.latchkey.entitlement.Shop.LONDON;
import static app.latchkey.entitlement.Shop.MATCHES;
import static app.latchkey.entitlement.Shop.ROOM_2;
import static app.latchkey.entitlement.Shop.ROOM_4;
import static app.latchkey.entitlement.Shop.STUDIO;
import static app.latchkey.entitlement.Shop.at;
import static app.latchkey.entitlement.Shop.between;
import static app.latchkey.entitlement.Shop.booking;
import static app.latchkey.entitlement.Shop.tentative;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.Matches;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.Reason;
import app.latchkey.shared.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Ana had booked Room 4 from 14:00 to 18:00, and its door stopped opening for her at 15:20: what she reads of it ten minutes later. */
class ReasonsTest {

    private static final Instant SHUT = at("2026-05-08T15:20:00Z");
    private static final Instant NOW = at("2026-05-08T15:30:00Z");
    private static final Window BOOKED = between("2026-05-08T14:00:00Z", "2026-05-08T18:00:00Z");
    private static final Because BECAUSE = new Because.Booked(1, ROOM_4, BOOKED);

    @Test
    void aBookingThatIsGoneWasCancelled() {
        assertThat(why(NOW)).contains(new Reason.BookingCancelled(ROOM_4, SHUT));
    }

    @Test
    void aBookingOfAnotherRoomWasMovedThere() {
        Booking moved = booking(1, ANA, ROOM_2, "2026-05-08T16:00:00Z", "2026-05-08T19:00:00Z");
        assertThat(why(NOW, moved)).contains(moved(moved, ROOM_2));
    }

    @Test
    void aBookingAtAnotherTimeWasMovedThere() {
        Booking moved = booking(1, ANA, ROOM_4, "2026-05-08T09:00:00Z", "2026-05-08T10:00:00Z");
        assertThat(why(NOW, moved)).contains(moved(moved, ROOM_4));
    }

    @Test
    void aBookingThatEndsSoonerHasJustEnded() {
        assertThat(why(NOW, booking(1, ANA, ROOM_4, "2026-05-08T14:00:00Z", "2026-05-08T15:00:00Z")))
                .contains(new Reason.JustEnded(ROOM_4, at("2026-05-08T15:00:00Z"), at("2026-05-08T15:15:00Z")));
    }

    @Test
    void aBookingThatIsNoLongerConfirmedWaitsForThat() {
        assertThat(why(NOW, tentative(asItWas()))).contains(new Reason.NotConfirmed(ROOM_4));
    }

    /** Its room opens that door no more: neither the room nor the desk that goes with it was changed. */
    @Test
    void aBookingThatIsAsItWasWasNeitherMovedNorCancelled() {
        Booking withDesk = new Booking(
                1, ANA, List.of(ROOM_4, DESK_9), BOOKED.from(), BOOKED.end().orElseThrow(), false);
        assertThat(of(new Basket(List.of(withDesk), Matches.none(), LONDON), NOW))
                .contains(new Reason.NeverBought());
    }

    @Test
    void nobodyIsToldOfACancellationThatMayHaveBeenNone() {
        Instant later = SHUT.plus(Duration.ofDays(3));
        assertThat(why(later)).contains(new Reason.NeverBought());
    }

    @Test
    void whoeverVisitsABookingIsToldThatItWasMoved() {
        Booking moved = booking(1, BEN, ROOM_2, "2026-05-08T16:00:00Z", "2026-05-08T17:00:00Z");
        Basket visitor = new Basket(List.of(), MATCHES, LONDON, Optional.empty(), Set.of(), List.of(moved));
        assertThat(of(visitor, NOW)).contains(moved(moved, ROOM_2));
    }

    private static Reason moved(Booking booking, NamedItem to) {
        return new Reason.BookingMoved(ROOM_4, to, Window.between(booking.from(), booking.to()), SHUT);
    }

    private static Booking asItWas() {
        return booking(1, ANA, ROOM_4, "2026-05-08T14:00:00Z", "2026-05-08T18:00:00Z");
    }

    private static Optional<Reason> why(Instant now, Purchase... purchases) {
        return of(new Basket(List.of(purchases), MATCHES, LONDON), now);
    }

    private static Optional<Reason> of(Basket basket, Instant now) {
        GroupFacts.Ended ended =
                new GroupFacts.Ended(Optional.of(Window.between(at("2026-05-08T13:45:00Z"), SHUT)), List.of(BECAUSE));
        GroupFacts facts = new GroupFacts(
                STUDIO,
                "Studio",
                List.of(),
                Optional.empty(),
                List.of(),
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(ended),
                Optional.empty(),
                new GroupFacts.Holder(Optional.empty(), false, Optional.empty(), Optional.empty(), Optional.empty()));
        return new Reasons(basket, List.of(), now).of(facts, Judged.first(facts, now));
    }
}
