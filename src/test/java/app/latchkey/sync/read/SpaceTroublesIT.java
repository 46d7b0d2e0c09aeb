package app.latchkey.sync.read;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.connection.Partner;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.shared.Window;
import app.latchkey.space.TestDatabase;
import app.latchkey.sync.PartnerStates.PartnerTrouble;
import app.latchkey.sync.SpaceTrouble;
import app.latchkey.sync.Touched;
import app.latchkey.sync.run.Rows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Of all that stands in a space's way only the worst is said. */
class SpaceTroublesIT {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Instant NOW = Instant.parse("2026-05-04T09:00:00Z");
    private static final Instant EARLIER = NOW.minus(Duration.ofHours(1));
    private static final Duration SOON = Duration.ofHours(6);
    private static final AccessGroupId ROOM = new AccessGroupId(RecordedSpace.uuid(99));
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final RecordedTroubles troubles = new RecordedTroubles(
            DATABASE.scopes(),
            DATABASE.jdbc(),
            new PartnerRows(DATABASE.jdbc(), RecordedSpace.PERIODS),
            new RecordedOverdueEnds(DATABASE.scopes(), DATABASE.jdbc()),
            new TouchedRows(DATABASE.jdbc()),
            _ -> Optional.empty(),
            _ -> Optional.empty(),
            CLOCK);

    @Test
    void saysOnlyTheWorst() {
        SpaceId id = new SpaceId(UUID.randomUUID());
        RecordedSpace space = new RecordedSpace(DATABASE, id, "worst", EARLIER);
        assertThat(troubles.worst(id)).isEmpty();
        seatsRunOut(space);
        assertThat(troubles.worst(id)).contains(new SpaceTrouble.SeatsShort(0, 2, 1));
        space.write("update space set paused_at = ?", Rows.at(EARLIER));
        assertThat(troubles.worst(id)).contains(new SpaceTrouble.Paused(EARLIER));
        space.write(
                "update connection set state = 'PARTNER_SILENT', since = ? where partner = 'NEXUDUS'",
                Rows.at(EARLIER));
        assertThat(troubles.worst(id)).contains(new SpaceTrouble.Incident(Partner.NEXUDUS, EARLIER, true, ""));
        space.write("update connection set state = 'NEEDS_SIGN_IN', reason = 'Refused.' where partner = 'SALTO'");
        assertThat(troubles.worst(id)).contains(new SpaceTrouble.Stopped(Partner.SALTO, EARLIER, "Refused.", true, 1));
        space.write("update space set frozen_until = ?", Rows.at(NOW.plusSeconds(60)));
        assertThat(troubles.worst(id)).containsInstanceOf(SpaceTrouble.Stopped.class);
        space.write("update space set setup = 'MATCH'");
        assertThat(troubles.worst(id)).isEmpty();
    }

    @Test
    void saysThatEveryChangeIsStoppedUntilItLapses() {
        SpaceId id = new SpaceId(UUID.randomUUID());
        RecordedSpace space = new RecordedSpace(DATABASE, id, "frozen", EARLIER);
        Instant end = NOW.plusSeconds(60);
        space.write("update space set paused_at = ?, frozen_until = ?", Rows.at(EARLIER), Rows.at(end));
        assertThat(troubles.worst(id)).contains(new SpaceTrouble.Frozen(end, 0));
        space.write("update space set frozen_until = ?", Rows.at(NOW));
        assertThat(troubles.worst(id)).contains(new SpaceTrouble.Paused(EARLIER));
    }

    @Test
    void callsTroubleAnIncidentOnceItLasts() {
        SpaceId id = new SpaceId(UUID.randomUUID());
        RecordedSpace space = new RecordedSpace(DATABASE, id, "lasting", EARLIER);
        space.write("""
                insert into space_health (trouble_category, trouble_partner, trouble_words, trouble_since)
                values ('THROTTLED', 'NEXUDUS', 'Nexudus is busy.', ?)
                """, Rows.at(NOW.minusSeconds(30)));
        assertThat(troubles.worst(id)).isEmpty();
        assertThat(troubles.partners(id).nexudus().trouble())
                .as("on the partner's card from its first moment")
                .contains(new PartnerTrouble("Nexudus is busy.", NOW.minusSeconds(30)));
        assertThat(troubles.partners(id).salto().trouble()).isEmpty();
        space.write("update space_health set trouble_since = ?", Rows.at(EARLIER));
        assertThat(troubles.worst(id))
                .contains(new SpaceTrouble.Incident(Partner.NEXUDUS, EARLIER, false, "Nexudus is busy."));
    }

    /** What began since the last run stands nowhere but among the entitlements. */
    @Test
    void countsWhoWaitsNowWhoStaysAndWhoComesSoon() {
        SpaceId id = new SpaceId(UUID.randomUUID());
        RecordedSpace space = new RecordedSpace(DATABASE, id, "touched", EARLIER);
        assertThat(troubles.touched(id, SOON)).isEqualTo(new Touched(0, 0, 0));
        comes(space, 1, EARLIER);
        comes(space, 2, EARLIER);
        stands(space, 2, "IN");
        comes(space, 3, EARLIER);
        stands(space, 3, "WITHHELD");
        comes(space, 4, EARLIER);
        stands(space, 4, "ON_ITS_WAY");
        comes(space, 5, NOW.plus(SOON).minusSeconds(1));
        comes(space, 6, NOW.plus(SOON));
        comes(space, 7, NOW.minus(Duration.ofDays(1)));
        stands(space, 8, "LEAVING");
        assertThat(troubles.touched(id, SOON)).isEqualTo(new Touched(2, 1, 1));
        space.write("update standing set customer_id = null");
        assertThat(troubles.touched(id, SOON))
                .as("as plans name them, by their Salto user")
                .isEqualTo(new Touched(2, 1, 1));
    }

    /** Four hours from then on. */
    private static void comes(RecordedSpace space, int number, Instant from) {
        CustomerId customer = new CustomerId(number);
        space.customer(customer, "Somebody", new PlatformUserId(RecordedSpace.uuid(number)));
        Window window = Window.between(from, from.plus(Duration.ofHours(4)));
        space.entitled(customer, ROOM, window, RecordedSpace.booking(number, from, from.plus(Duration.ofHours(4))));
    }

    private static void stands(RecordedSpace space, int number, String verdict) {
        space.stands(
                new CustomerId(number),
                new PlatformUserId(RecordedSpace.uuid(number)),
                ROOM,
                verdict,
                null,
                Window.between(EARLIER, NOW),
                RecordedSpace.booking(number, EARLIER, NOW));
    }

    /** Nobody has a seat to spare, and somebody whom Salto does not know yet arrives this afternoon. */
    private static void seatsRunOut(RecordedSpace space) {
        space.write("insert into salto_seats (used, bought, seen_at) values (2, 2, ?)", Rows.at(EARLIER));
        CustomerId ana = new CustomerId(7);
        space.customer(ana, "Ana Reis", new PlatformUserId(RecordedSpace.uuid(1)));
        space.write("update standing_link set platform_user = null");
        Window afternoon = Window.between(NOW.plus(Duration.ofHours(3)), NOW.plus(Duration.ofHours(5)));
        space.entitled(
                ana,
                new AccessGroupId(RecordedSpace.uuid(2)),
                afternoon,
                RecordedSpace.booking(1, afternoon.from(), afternoon.end().orElseThrow()));
    }
}
