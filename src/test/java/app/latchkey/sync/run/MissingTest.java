package app.latchkey.sync.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.entitlement.PurchaseKind;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.ItemKind;
import app.latchkey.shared.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which purchases a reading should have shown. */
class MissingTest {

    private static final Instant NOW = Instant.parse("2026-03-27T08:00:00Z");
    private static final NamedItem ROOM_4 = new NamedItem(new ItemId(ItemKind.RESOURCE, 2), "Room 4");
    private static final PurchaseKey BOOKING = new PurchaseKey(PurchaseKind.BOOKING, 7);

    @Test
    void isWhatLetsSomebodyInAndIsNotShown() {
        assertThat(missing(NOW.plusSeconds(1), Set.of())).containsExactly(BOOKING);
        assertThat(missing(NOW.plusSeconds(1), Set.of(BOOKING))).isEmpty();
    }

    /** Lists do not show it any more, and asked for by its id it is there: it would be looked for after every reading, for ever. */
    @Test
    void isNothingThatIsOver() {
        assertThat(missing(NOW, Set.of())).isEmpty();
    }

    /** Whoever has another reason as well comes in by that. */
    @Test
    void restsOnWhatIsDoubtfulOnlyWhereNothingElseIsLeft() {
        Because booked = new Because.Booked(7, ROOM_4, Window.between(NOW, NOW.plusSeconds(60)));
        Because bookedToo = new Because.Booked(8, ROOM_4, Window.between(NOW, NOW.plusSeconds(60)));
        assertThat(Wanted.restsOnlyOn(List.of(booked), Set.of(BOOKING))).isTrue();
        assertThat(Wanted.restsOnlyOn(List.of(booked, bookedToo), Set.of(BOOKING)))
                .isFalse();
        assertThat(Wanted.restsOnlyOn(List.of(booked), Set.of())).isFalse();
        assertThat(Wanted.restsOnlyOn(List.of(booked), Set.of(new PurchaseKey(PurchaseKind.PASS, 7))))
                .isFalse();
    }

    private static Set<PurchaseKey> missing(Instant until, Set<PurchaseKey> seen) {
        Window booked = Window.between(NOW.minus(Duration.ofDays(3)), until);
        Entitlement stored = new Entitlement(
                new CustomerId(1), new AccessGroupId(new UUID(0, 1)), booked, new Because.Booked(7, ROOM_4, booked));
        return Wanted.missing(List.of(stored), List.of(), seen, NOW);
    }
}
