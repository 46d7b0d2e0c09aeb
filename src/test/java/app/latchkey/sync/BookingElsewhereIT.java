package app.latchkey.sync;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Case;
import app.latchkey.Survives;
import app.latchkey.entitlement.Audience;
import app.latchkey.entitlement.Reason;
import app.latchkey.entitlement.ReasonWords;
import app.latchkey.entitlement.Voice;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import sandbox.nexudus.Nexudus;
import sandbox.scenario.Trap;
import sandbox.world.PreparedWorld;

/** A booking that somebody moves to a room of another location. */
@WithProduct(own = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BookingElsewhereIT {

    private static final String ROOM_4 = "Room 4 - 2nd floor";

    private final Harbour harbour;

    BookingElsewhereIT(RunningProduct product) {
        harbour = new Harbour(product);
    }

    @BeforeAll
    void begin() {
        harbour.begin();
        harbour.fullRun();
    }

    @Case(22)
    @Survives(Trap.MOVED_BOOKING)
    @Test
    void earnsNothingHereAnyMoreAndHoldsUpNothingElseOfTheCustomer() {
        Nexudus nexudus = harbour.partners().nexudus();
        CustomerId tomasz = harbour.customer(PreparedWorld.TOMASZ);
        Instant now = harbour.partners().clock().instant();
        long booking = nexudus.book(tomasz.value(), nexudus.room("Meeting Room 4"), now, now.plus(Duration.ofHours(2)));
        eventually("Tomasz in his room", () -> harbour.isIn(PreparedWorld.TOMASZ, ROOM_4));

        nexudus.changeRoom(booking, nexudus.room("Photo studio"));
        nexudus.buyPass(tomasz.value(), nexudus.pass("Flex pass"));
        eventually("Tomasz in by his pass", () -> harbour.isIn(PreparedWorld.TOMASZ, "Flex members"));
        eventually("Tomasz out of the room", () -> !harbour.isIn(PreparedWorld.TOMASZ, ROOM_4));
        harbour.awaitNoted();
        assertThat(said(tomasz))
                .singleElement()
                .extracting(why -> ReasonWords.say(why, asAMember()))
                .asString()
                .startsWith("Your booking of Meeting Room 4 was cancelled or moved elsewhere ");
        assertThat(harbour.bean(Runs.class).runs(harbour.space(), false, 0, 20))
                .noneMatch(run -> run.outcome() == RunOutcome.FAILED);
    }

    /** Whoever stands at the door of before reads where and when the booking is now, and not that there is none. */
    @Test
    void isSaidToBeMovedAndNotCancelled() {
        Nexudus nexudus = harbour.partners().nexudus();
        CustomerId aisha = harbour.customer(PreparedWorld.AISHA);
        Instant now = harbour.partners().clock().instant().truncatedTo(ChronoUnit.MINUTES);
        Window earlier = Window.between(now.minus(Duration.ofHours(6)), now.minus(Duration.ofHours(5)));
        long booking = nexudus.book(aisha.value(), nexudus.room("Meeting Room 4"), now, now.plus(Duration.ofHours(2)));
        eventually("Aisha in her room", () -> harbour.isIn(PreparedWorld.AISHA, ROOM_4));

        nexudus.moveBooking(booking, earlier.from(), earlier.end().orElseThrow());
        eventually("Aisha out of the room", () -> !harbour.isIn(PreparedWorld.AISHA, ROOM_4));
        harbour.awaitNoted();
        assertThat(said(aisha)).singleElement().isInstanceOfSatisfying(Reason.BookingMoved.class, moved -> {
            assertThat(moved.to().name()).isEqualTo("Meeting Room 4");
            assertThat(moved.booked()).isEqualTo(earlier);
        });

        nexudus.cancelBooking(booking);
        harbour.fullRun();
        assertThat(said(aisha)).singleElement().isInstanceOf(Reason.BookingCancelled.class);
    }

    private Voice asAMember() {
        return new Voice(
                Audience.MEMBER,
                PreparedWorld.HARBOUR_HOUSE,
                PreparedWorld.LISBON,
                harbour.partners().clock().instant());
    }

    private List<Reason> said(CustomerId customer) {
        return harbour.bean(Doorways.class).of(harbour.space(), customer).stream()
                .filter(door -> door.groupName().equals(ROOM_4))
                .flatMap(door -> door.reason().stream())
                .distinct()
                .toList();
    }
}
