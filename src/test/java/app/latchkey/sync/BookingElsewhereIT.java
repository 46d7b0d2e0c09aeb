package app.latchkey.sync;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Case;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.shared.CustomerId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import sandbox.nexudus.Nexudus;
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
        assertThat(harbour.bean(Runs.class).runs(harbour.space(), false, 0, 20))
                .noneMatch(run -> run.outcome() == RunOutcome.FAILED);
    }
}
