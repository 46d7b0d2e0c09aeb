package app.latchkey.entitlement;

import static app.latchkey.entitlement.Shop.*;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Case;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeighboursTest {

    private static final Instant THREE = at("2026-01-08T15:00:00Z");
    private static final Booking FIRST = booking(1, ANA, ROOM_4, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z");

    private static Rules rules(int before, int after) {
        return new Rules(LONDON.zone(), Duration.ofMinutes(before), Duration.ofMinutes(after), LocalTime.MIDNIGHT);
    }

    private static Booking second(int gap) {
        Instant begins = THREE.plus(Duration.ofMinutes(gap));
        return new Booking(2, BEN, List.of(ROOM_4), begins, begins.plus(Duration.ofHours(1)), false);
    }

    private static Window window(Rules rules, CustomerId who, Purchase... purchases) {
        return Entitlements.of(Person.active(who), List.of(purchases), MATCHES, rules)
                .getFirst()
                .window();
    }

    @Case(3)
    @ParameterizedTest(name = "a gap of {0} min with {1} before and {2} after leaves {3} and {4}")
    @CsvSource({
        "0, 15, 15, 0, 0",
        "10, 15, 15, 0, 10",
        "20, 15, 15, 5, 15",
        "30, 15, 15, 15, 15",
        "20, 0, 15, 15, 0",
        "20, 30, 15, 0, 20"
    })
    void givesWhoeverComesTheGapFirst(int gap, int before, int after, int stays, int opensEarly) {
        Rules rules = rules(before, after).shrinkingAt(Set.of(ROOM_4.id()));
        Booking second = second(gap);
        assertThat(window(rules, ANA, FIRST, second).end()).contains(THREE.plus(Duration.ofMinutes(stays)));
        assertThat(window(rules, BEN, FIRST, second).from())
                .isEqualTo(second.from().minus(Duration.ofMinutes(opensEarly)));
    }

    @Case(3)
    @Test
    void letsTwoOverlapInARoomThatAllowsIt() {
        assertThat(window(rules(15, 15), ANA, FIRST, second(0)).end()).contains(at("2026-01-08T15:15:00Z"));
        assertThat(window(rules(15, 15), BEN, FIRST, second(0)).from()).isEqualTo(at("2026-01-08T14:45:00Z"));
    }

    @Case({2, 3})
    @Test
    void takesNothingFromSomebodyWhoFollowsHimselfOrARequestOrAnotherRoom() {
        Rules rules = rules(15, 15).shrinkingAt(Set.of(ROOM_4.id(), ROOM_2.id()));
        Instant full = at("2026-01-08T15:15:00Z");
        Booking own = new Booking(2, ANA, List.of(ROOM_4), THREE, THREE.plusSeconds(60), false);
        Booking elsewhere = booking(3, BEN, ROOM_2, "2026-01-08T15:00:00Z", "2026-01-08T16:00:00Z");
        assertThat(window(rules, ANA, FIRST, own).end()).contains(full);
        assertThat(window(rules, ANA, FIRST, tentative(second(0))).end()).contains(full);
        assertThat(window(rules, ANA, FIRST, elsewhere).end()).contains(full);
    }

    @Case(3)
    @Test
    void givesWayOnlyInTheRoomsWhereTheSpaceWantsIt() {
        Rules elsewhere = rules(15, 15).shrinkingAt(Set.of(ROOM_2.id()));
        assertThat(window(elsewhere, ANA, FIRST, second(0)).end()).contains(at("2026-01-08T15:15:00Z"));
    }

    @Case(3)
    @Test
    void leavesToWhoeverComesNextWhatWhoeverWasBeforeHasNothingToDoWith() {
        Rules rules = rules(15, 15).shrinkingAt(Set.of(ROOM_4.id()));
        Booking before = booking(3, BEN, ROOM_4, "2026-01-08T11:00:00Z", "2026-01-08T12:00:00Z");
        assertThat(window(rules, ANA, before, FIRST, second(20)))
                .isEqualTo(between("2026-01-08T13:45:00Z", "2026-01-08T15:05:00Z"));
    }
}
