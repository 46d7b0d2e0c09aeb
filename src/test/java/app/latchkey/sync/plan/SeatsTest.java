package app.latchkey.sync.plan;

import static app.latchkey.entitlement.Shop.*;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Case;
import app.latchkey.shared.CustomerId;
import app.latchkey.sync.plan.Decision.Withhold;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeatsTest {

    private static final Instant NOON = Instant.parse("2026-01-08T12:00:00Z");

    private final Scene scene = Scene.at("2026-01-08T12:00:00Z");

    private static final Duration IDLE = Duration.ofDays(30);

    private void dueSince(long customer, String begins) {
        scene.toInvite(new CustomerId(customer))
                .buys(booking(customer, new CustomerId(customer), ROOM_4, begins, "2026-01-08T15:00:00Z"));
    }

    @Case(44)
    @Test
    void givesTheLastSeatsToThoseWhoAreDueSoonestAndSaysWhoWaits() {
        dueSince(1, "2026-01-08T12:04:00Z");
        dueSince(2, "2026-01-08T11:30:00Z");
        dueSince(3, "2026-01-08T12:10:00Z");
        dueSince(4, "2026-01-08T11:00:00Z");
        dueSince(5, "2026-01-08T11:45:00Z");
        Plan plan = Seats.allot(scene.plan(), 3, Set.of());
        assertThat(plan.invitations())
                .extracting(invite -> invite.customer().value())
                .containsExactly(4L, 2L, 5L);
        assertThat(plan.grants()).hasSize(6);
        assertThat(plan.only(Withhold.class)).hasSize(4).allMatch(no -> no.reason() == WithheldReason.NO_SEAT);
        assertThat(Seats.waiting(plan.decisions())).isEqualTo(2);
    }

    @Test
    void needsNoSeatForSomebodyWhoHasOne() {
        scene.linked(ANA, 1).buys(booking(1, ANA, ROOM_2, "2026-01-08T12:00:00Z", "2026-01-08T15:00:00Z"));
        assertThat(Seats.allot(scene.plan(), 0, Set.of()).grants()).hasSize(1);
        assertThat(Seats.allot(scene.plan(), 0, Set.of(Scene.user(1))).grants()).isEmpty();
        assertThat(Seats.allot(scene.plan(), 1, Set.of(Scene.user(1))).grants()).hasSize(1);
    }

    @Test
    void warnsFromFourFifthsOn() {
        assertThat(Seats.running(79, 100)).isFalse();
        assertThat(Seats.running(80, 100)).isTrue();
    }

    @Test
    void freesASeatAfterThirtyDaysWithoutAGroupAndWithNothingDue() {
        Map<app.latchkey.shared.PlatformUserId, Instant> left = Map.of(
                Scene.user(1), NOON.minus(IDLE), Scene.user(2), NOON.minus(IDLE).plusSeconds(1));
        assertThat(Seats.idle(left, Map.of(), IDLE, NOON)).containsExactly(Scene.user(1));
        assertThat(Seats.idle(left, Map.of(Scene.user(1), NOON.plus(IDLE).minusSeconds(1)), IDLE, NOON))
                .isEmpty();
        assertThat(Seats.idle(left, Map.of(Scene.user(1), NOON.plus(IDLE)), IDLE, NOON))
                .containsExactly(Scene.user(1));
    }

    @Test
    void matterOnlyWhileSomebodyIsToHaveOneOrWaitsForOne() {
        scene.linked(ANA, 1).buys(booking(1, ANA, ROOM_2, "2026-01-08T12:00:00Z", "2026-01-08T15:00:00Z"));
        assertThat(Seats.matter(scene.plan())).isFalse();
        assertThat(Seats.matter(Seats.allot(scene.plan(), 0, Set.of(Scene.user(1)))))
                .isTrue();
        dueSince(7, "2026-01-08T12:00:00Z");
        assertThat(Seats.matter(scene.plan())).isTrue();
    }
}
