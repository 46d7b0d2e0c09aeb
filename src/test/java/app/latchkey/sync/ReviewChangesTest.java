package app.latchkey.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.entitlement.PurchaseKind;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.Window;
import app.latchkey.sync.ReviewLine.Asked;
import app.latchkey.sync.ReviewLine.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReviewChangesTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final NamedItem ROOM = new NamedItem(ItemId.resource(4), "Room 4");

    private final ReviewLine ana = line(1, Outcome.GAIN, booked(10, NOON));
    private final ReviewLine ben = line(2, Outcome.BY_HAND);

    @Test
    void sameLinesAreNoChange() {
        ReviewChanges none = ReviewChanges.between(List.of(ana, ben), List.of(ben, ana));
        assertThat(none).isEqualTo(new ReviewChanges(Map.of(), Map.of(), Map.of(), 0));
        assertThat(ReviewChanges.marked(List.of(ana, ben), List.of(ben, ana))).noneMatch(ReviewLine::changed);
    }

    @Test
    void aNewBookingIsMadeAndMarkedAndNoGroupHasChangedForIt() {
        ReviewLine carla = line(3, Outcome.GAIN, booked(11, NOON));
        assertThat(ReviewChanges.between(List.of(ana), List.of(ana, carla)))
                .isEqualTo(new ReviewChanges(Map.of(PurchaseKind.BOOKING, 1), Map.of(), Map.of(), 0));
        assertThat(ReviewChanges.marked(List.of(ana), List.of(ana, carla))).containsExactly(ana, carla.marked(true));
    }

    @Test
    void aMovedBookingIsNeitherMadeNorEnded() {
        ReviewLine later = line(1, Outcome.GAIN, booked(10, NOON.plusSeconds(3600)));
        assertThat(ReviewChanges.between(List.of(ana), List.of(later)))
                .isEqualTo(new ReviewChanges(Map.of(), Map.of(PurchaseKind.BOOKING, 1), Map.of(), 0));
    }

    @Test
    void aCancelledBookingHasEnded() {
        assertThat(ReviewChanges.between(List.of(ana, ben), List.of(ben)))
                .isEqualTo(new ReviewChanges(Map.of(), Map.of(), Map.of(PurchaseKind.BOOKING, 1), 0));
    }

    @Test
    void somebodyPutIntoAGroupByHandChangesTheGroup() {
        ReviewLine inAlready = line(1, Outcome.KEEP, booked(10, NOON));
        assertThat(ReviewChanges.between(List.of(ana), List.of(inAlready, ben)))
                .isEqualTo(new ReviewChanges(Map.of(), Map.of(), Map.of(), 1));
        assertThat(ReviewChanges.between(List.of(ana, ben), List.of(ana)).groups())
                .isEqualTo(1);
    }

    @Test
    void marksOfAnEarlierChangeAreForgotten() {
        assertThat(ReviewChanges.between(List.of(ana.marked(true)), List.of(ana, ben))
                        .groups())
                .isEqualTo(1);
        assertThat(ReviewChanges.marked(List.of(ana.marked(true)), List.of(ana)))
                .containsExactly(ana);
    }

    private static Because booked(long id, Instant from) {
        return new Because.Booked(id, ROOM, Window.between(from, from.plusSeconds(3600)));
    }

    private static ReviewLine line(long customer, Outcome outcome, Because... because) {
        return new ReviewLine(
                Optional.of(new CustomerId(customer)),
                Optional.empty(),
                "Customer " + customer,
                new AccessGroupId(new UUID(4, 4)),
                "Room 4",
                outcome,
                Optional.empty(),
                List.of(because),
                Optional.empty(),
                Asked.NOTHING,
                false);
    }
}
