package app.latchkey.entitlement;

import static app.latchkey.entitlement.Shop.*;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Case;
import app.latchkey.shared.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockChangeTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final List<LocalTime> CUT_OFFS = List.of(
            LocalTime.MIDNIGHT, LocalTime.of(1, 30), LocalTime.of(2, 30), LocalTime.of(3, 0), LocalTime.of(23, 59));

    @Case(19)
    @Test
    void movesATimeThatDoesNotExistForward() {
        LocalDateTime missing = LocalDateTime.parse("2026-03-29T02:30");
        assertThat(LocalTimes.start(missing, MADRID)).isEqualTo(at("2026-03-29T01:30:00Z"));
        assertThat(LocalTimes.end(missing, MADRID)).isEqualTo(at("2026-03-29T01:30:00Z"));
    }

    @Case(19)
    @Test
    void takesTheFirstOfARepeatedTimeForAStartAndTheSecondForAnEnd() {
        LocalDateTime twice = LocalDateTime.parse("2026-10-25T02:30");
        assertThat(LocalTimes.start(twice, MADRID)).isEqualTo(at("2026-10-25T00:30:00Z"));
        assertThat(LocalTimes.end(twice, MADRID)).isEqualTo(at("2026-10-25T01:30:00Z"));
    }

    @Case(19)
    @Test
    void keepsBookingsAcrossTheChangeAsLongAsTheyAre() {
        Window open = streetDoor(
                        LONDON.in(MADRID), booking(1, ANA, ROOM_2, "2026-10-25T00:00:00Z", "2026-10-25T02:00:00Z"))
                .getFirst();
        assertThat(Duration.between(open.from(), open.end().orElseThrow())).isEqualTo(Duration.ofMinutes(150));
    }

    @Case(20)
    @Test
    void movesOnlyBusinessDaysWhenASpaceChangesItsZone() {
        Booking room = booking(1, ANA, ROOM_2, "2026-01-08T14:00:00Z", "2026-01-08T15:00:00Z");
        Pass used = usedUp(dayPass(2, ANA, "2026-01-08T09:00:00Z"), PassUse.since(at("2026-01-08T10:00:00Z")));
        Rules lisbon = LONDON.in(MADRID).in(ZoneId.of("Europe/Lisbon"));
        assertThat(streetDoor(lisbon, room)).isEqualTo(streetDoor(LONDON.in(MADRID), room));
        assertThat(streetDoor(LONDON.in(MADRID), used))
                .containsExactly(between("2026-01-08T09:00:00Z", "2026-01-08T23:00:00Z"));
        assertThat(streetDoor(lisbon, used)).containsExactly(between("2026-01-08T09:00:00Z", "2026-01-09T00:00:00Z"));
    }

    @Case(19)
    @Test
    void endsEveryBusinessDayOnceInEveryZoneAlsoAroundChanges() {
        for (String id : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(id);
            for (ZoneOffsetTransition change : changesOf2026(zone)) {
                for (LocalTime cutOff : CUT_OFFS) {
                    assertDaysFollowEachOther(zone, change.getInstant(), cutOff);
                }
            }
        }
    }

    private static void assertDaysFollowEachOther(ZoneId zone, Instant change, LocalTime cutOff) {
        Instant last = Instant.MIN;
        for (int halfHours = -60; halfHours <= 60; halfHours++) {
            Instant inside = change.plus(Duration.ofMinutes(30L * halfHours));
            Instant end = LocalTimes.endOfBusinessDay(inside, zone, cutOff);
            assertThat(end).as("%s %s %s", zone, inside, cutOff).isAfter(inside).isAfterOrEqualTo(last);
            assertThat(Duration.between(inside, end)).isLessThanOrEqualTo(Duration.ofHours(49));
            Instant start = LocalTimes.startOfBusinessDay(inside, zone, cutOff);
            assertThat(start).as("%s %s %s", zone, inside, cutOff).isBeforeOrEqualTo(inside);
            assertThat(LocalTimes.endOfBusinessDay(start, zone, cutOff)).isEqualTo(end);
            last = end;
        }
    }

    private static List<ZoneOffsetTransition> changesOf2026(ZoneId zone) {
        Instant newYear = at("2026-01-01T00:00:00Z");
        ZoneOffsetTransition first = zone.getRules().nextTransition(newYear);
        if (first == null) {
            return List.of();
        }
        ZoneOffsetTransition second = zone.getRules().nextTransition(first.getInstant());
        return second == null ? List.of(first) : List.of(first, second);
    }
}
