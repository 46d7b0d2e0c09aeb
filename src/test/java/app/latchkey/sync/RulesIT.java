package app.latchkey.sync;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.operator.ChangeSettings;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.shared.ItemId;
import app.latchkey.space.SpaceRules;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import sandbox.world.PreparedWorld;

/** Each rule that a space may switch on, from Nexudus to the group. */
@WithProduct(own = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulesIT {

    private static final String ROOM_4 = "Room 4 - 2nd floor";
    private static final String OFFICE_12 = "Office 12";
    private static final String COLLEAGUE = "ingrid.haugen@fjordkod.example";

    private final Harbour harbour;

    RulesIT(RunningProduct product) {
        harbour = new Harbour(product);
    }

    @BeforeAll
    void begin() {
        harbour.begin();
    }

    @Test
    void letsTheTeamOfAContractHolderComeInAndGoWithHim() {
        assertThat(harbour.isIn(COLLEAGUE, OFFICE_12)).isFalse();
        rules(Set.of(), true);
        eventually("the colleague in", () -> harbour.isIn(COLLEAGUE, OFFICE_12));

        harbour.partners().nexudus().suspend(harbour.customer(COLLEAGUE).value());
        eventually("the suspended colleague out", () -> !harbour.isIn(COLLEAGUE, OFFICE_12));
        harbour.partners().nexudus().unsuspend(harbour.customer(COLLEAGUE).value());
        eventually("the colleague in again", () -> harbour.isIn(COLLEAGUE, OFFICE_12));

        rules(Set.of(), false);
        eventually("the colleague out", () -> !harbour.isIn(COLLEAGUE, OFFICE_12));
        assertThat(harbour.isIn(PreparedWorld.BENGT, OFFICE_12)).isTrue();
    }

    @Test
    void givesTheGapBetweenTwoBookingsToWhoComes() {
        long room = harbour.partners().nexudus().room("Meeting Room 4");
        rules(Set.of(ItemId.resource(room)), false);
        Instant first =
                harbour.partners().clock().instant().plus(4, ChronoUnit.HOURS).truncatedTo(ChronoUnit.HOURS);
        Instant second = first.plus(Duration.ofMinutes(65));
        book(PreparedWorld.AISHA, room, first, first.plus(Duration.ofHours(1)));
        book(PreparedWorld.TOMASZ, room, second, second.plus(Duration.ofHours(1)));
        eventually("both bookings known", () -> isKnown(PreparedWorld.AISHA) && isKnown(PreparedWorld.TOMASZ));

        harbour.partners().clock().moveTo(first);
        eventually("Aisha in", () -> harbour.isIn(PreparedWorld.AISHA, ROOM_4));
        assertThat(harbour.isIn(PreparedWorld.TOMASZ, ROOM_4)).isFalse();

        harbour.partners().clock().moveTo(first.plus(Duration.ofMinutes(60)));
        eventually("Tomasz in at the end of her time", () -> harbour.isIn(PreparedWorld.TOMASZ, ROOM_4));
        eventually("Aisha out", () -> !harbour.isIn(PreparedWorld.AISHA, ROOM_4));
    }

    private boolean isKnown(String email) {
        return harbour.bean(Doorways.class).of(harbour.space(), harbour.customer(email)).stream()
                .anyMatch(door -> door.groupName().equals(ROOM_4));
    }

    private void book(String email, long room, Instant from, Instant to) {
        harbour.partners().nexudus().book(harbour.customer(email).value(), room, from, to);
    }

    private void rules(Set<ItemId> shrinking, boolean teams) {
        ChangeSettings settings = harbour.bean(ChangeSettings.class);
        SpaceRules read = settings.read(harbour.space()).rules();
        SpaceRules wanted = new SpaceRules(read.before(), read.after(), read.cutOff(), shrinking, teams);
        assertThat(settings.rules(harbour.space(), PreparedWorld.ANA, read, wanted))
                .isInstanceOf(ChangeSettings.Saved.Done.class);
    }
}
