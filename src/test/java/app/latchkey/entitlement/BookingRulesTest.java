package app.latchkey.entitlement;

import static app.latchkey.entitlement.Shop.*;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Case;
import app.latchkey.Fact;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BookingRulesTest {

    @Test
    void opensAQuarterOfAnHourBeforeAndClosesAQuarterOfAnHourAfter() {
        assertThat(streetDoor(booking(1, ANA, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z")))
                .containsExactly(between("2026-01-08T13:45:00Z", "2026-01-08T15:15:00Z"));
    }

    @Case(1)
    @Test
    void joinsOverlappingBookingsOfTheSameGroup() {
        Booking early = booking(1, ANA, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T16:00:00Z");
        Booking late = booking(2, ANA, ROOM_2, "2026-01-08T15:00:00Z", "2026-01-08T17:00:00Z");
        assertThat(streetDoor(early, late)).containsExactly(between("2026-01-08T13:45:00Z", "2026-01-08T17:15:00Z"));
        assertThat(streetDoor(late)).containsExactly(between("2026-01-08T14:45:00Z", "2026-01-08T17:15:00Z"));
        assertThat(streetDoor(early)).containsExactly(between("2026-01-08T13:45:00Z", "2026-01-08T16:15:00Z"));
    }

    @Case(2)
    @Test
    void leavesNoGapBetweenBookingsThatFollowEachOther() {
        assertThat(streetDoor(
                        booking(1, ANA, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z"),
                        booking(2, ANA, ROOM_4, "2026-01-08T15:30:00Z", "2026-01-08T16:00:00Z")))
                .containsExactly(between("2026-01-08T13:45:00Z", "2026-01-08T16:15:00Z"));
    }

    @Fact(
            value = "B8.5",
            sure = Fact.Sure.INFERRED,
            says = "A tentative booking is a request that nobody has confirmed: it opens nothing until somebody does")
    @Case(26)
    @Test
    void grantsNothingForARequestThatNobodyConfirmed() {
        assertThat(streetDoor(tentative(booking(1, ANA, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z"))))
                .isEmpty();
    }

    @Test
    void grantsNothingForABookingWithoutACustomer() {
        assertThat(streetDoor(booking(1, null, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z")))
                .isEmpty();
    }

    @Case(23)
    @Test
    void followsABookingToItsNewOwner() {
        Booking moved = booking(1, BEN, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z");
        assertThat(streetDoor(moved)).isEmpty();
        assertThat(Entitlements.of(Person.active(BEN), List.of(moved), MATCHES, LONDON))
                .isNotEmpty();
    }

    @Test
    void countsTheResourceAndTheDeskOfABooking() {
        Matches matches = new Matches(1, Map.of(ROOM_4.id(), Set.of(STUDIO), DESK_9.id(), Set.of(STREET)));
        Booking both = new Booking(
                1, ANA, List.of(ROOM_4, DESK_9), at("2026-01-08T14:00:00Z"), at("2026-01-08T15:00:00Z"), false);
        assertThat(Entitlements.of(Person.active(ANA), List.of(both), matches, LONDON))
                .extracting(Entitlement::group)
                .containsExactlyInAnyOrder(STREET, STUDIO);
    }

    @Case(25)
    @Test
    void treatsEveryInstanceOfASeriesAsABookingOfItsOwn() {
        Booking first = booking(1, ANA, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z");
        Booking second = booking(2, ANA, ROOM_4, "2026-01-15T14:00:00Z", "2026-01-15T15:00:00Z");
        Booking secondMoved = booking(2, ANA, ROOM_4, "2026-01-15T18:00:00Z", "2026-01-15T19:00:00Z");
        assertThat(streetDoor(first, secondMoved).getFirst())
                .isEqualTo(streetDoor(first, second).getFirst());
        assertThat(streetDoor(first, secondMoved)).contains(between("2026-01-15T17:45:00Z", "2026-01-15T19:15:00Z"));
    }

    @Test
    void namesTheBookingWithItsOwnTimesAsTheReason() {
        Booking booking = booking(1, ANA, ROOM_2, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z");
        assertThat(Entitlements.of(Person.active(ANA), List.of(booking), MATCHES, LONDON))
                .extracting(Entitlement::because)
                .containsExactly(
                        new Because.Booked(1, ROOM_2, between("2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z")));
    }

    @Test
    void givesASuspendedOrArchivedCustomerNothing() {
        List<Booking> bookings = List.of(booking(1, ANA, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z"));
        assertThat(Entitlements.of(new Person(ANA, false, false), bookings, MATCHES, LONDON))
                .isEmpty();
        assertThat(Entitlements.of(new Person(ANA, true, true), bookings, MATCHES, LONDON))
                .isEmpty();
    }

    /** Two readings of the same facts never differ, in whatever order Nexudus lists them. */
    @Test
    void saysTheSameInWhicheverOrderPurchasesAreRead() {
        List<Booking> bookings = List.of(
                booking(3, ANA, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z"),
                booking(1, ANA, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z"),
                booking(2, ANA, ROOM_2, "2026-01-07T14:00:00Z", "2026-01-07T15:00:00Z"));
        assertThat(Entitlements.of(Person.active(ANA), bookings.reversed(), MATCHES, LONDON))
                .isEqualTo(Entitlements.of(Person.active(ANA), bookings, MATCHES, LONDON));
    }

    @Test
    void countsWhoeverHasItAndWhateverItEarnsButNeverWhenItMakesNoSense() {
        Booking nobodys = booking(1, null, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z");
        Booking backwards = booking(1, null, ROOM_4, "2026-01-08T15:00:00Z", "2026-01-08T14:00:00Z");
        assertThat(Entitlements.windows(nobodys, List.of(nobodys), LONDON))
                .containsExactly(between("2026-01-08T13:45:00Z", "2026-01-08T15:15:00Z"));
        assertThat(Entitlements.windows(backwards, List.of(backwards), LONDON)).isEmpty();
    }
}
