package app.latchkey.entitlement;

import static app.latchkey.entitlement.Shop.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NextBoundaryTest {

    private static List<Entitlement> entitlements(Purchase... purchases) {
        return Entitlements.of(Person.active(ANA), List.of(purchases), MATCHES, LONDON);
    }

    @Test
    void isTheNextBeginningOrEnd() {
        List<Entitlement> room = entitlements(booking(1, ANA, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z"));
        assertThat(Entitlements.nextBoundary(room, at("2026-01-08T08:00:00Z"))).contains(at("2026-01-08T13:45:00Z"));
        assertThat(Entitlements.nextBoundary(room, at("2026-01-08T13:45:00Z"))).contains(at("2026-01-08T15:15:00Z"));
        assertThat(Entitlements.nextBoundary(room, at("2026-01-08T15:15:00Z"))).isEmpty();
    }

    @Test
    void isNotWhereOnlyOneOfSeveralReasonsEnds() {
        List<Entitlement> both = entitlements(
                booking(1, ANA, ROOM_2, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z"),
                contract(2, ANA, OFFICE_12, "2026-01-01T00:00:00Z"));
        assertThat(Entitlements.nextBoundary(both, at("2026-01-08T08:00:00Z"))).isEmpty();
    }

    @Test
    void comesFromPausesToo() {
        List<Entitlement> paused = entitlements(paused(
                contract(2, ANA, OFFICE_12, "2026-01-01T00:00:00Z"),
                between("2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z")));
        assertThat(Entitlements.nextBoundary(paused, at("2026-02-08T08:00:00Z")))
                .contains(at("2026-03-01T00:00:00Z"));
    }

    @Test
    void isWhereOneOfTwoGroupsBeginsAlthoughTheOtherIsOpenAllAlong() {
        List<Entitlement> both = entitlements(
                booking(1, ANA, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z"),
                contract(2, ANA, OFFICE_12, "2026-01-01T00:00:00Z"));
        assertThat(Entitlements.nextBoundary(both, at("2026-01-08T08:00:00Z"))).contains(at("2026-01-08T13:45:00Z"));
    }

    /** Where one booking follows another without a gap, nobody comes. */
    @Test
    void isABeginningOnlyWhereNothingHeldTheGroupBefore() {
        List<Entitlement> both = entitlements(
                booking(1, ANA, ROOM_2, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z"),
                booking(2, ANA, ROOM_2, "2026-01-08T15:00:00Z", "2026-01-08T16:00:00Z"));
        assertThat(Entitlements.begins(both, at("2026-01-08T13:45:00Z"))).isTrue();
        assertThat(Entitlements.begins(both, at("2026-01-08T14:45:00Z"))).isFalse();
        assertThat(Entitlements.begins(both, at("2026-01-08T16:15:00Z"))).isFalse();
    }
}
