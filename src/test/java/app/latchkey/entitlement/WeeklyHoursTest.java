package app.latchkey.entitlement;

import static app.latchkey.entitlement.Shop.at;
import static app.latchkey.entitlement.Shop.between;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.latchkey.Case;
import app.latchkey.entitlement.WeeklyHours.Span;
import app.latchkey.shared.Window;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WeeklyHoursTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private final WeeklyHours office = new WeeklyHours(
            List.of(new Span(
                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(8, 0), LocalTime.of(18, 0))),
            MADRID);

    @Case(46)
    @Test
    void shortensABookingToTheHoursInWhichTheDoorAnswers() {
        assertThat(office.within(between("2026-05-08T14:00:00Z", "2026-05-08T18:00:00Z")))
                .containsExactly(between("2026-05-08T14:00:00Z", "2026-05-08T16:00:00Z"));
    }

    @Case(46)
    @Test
    void leavesNothingOfAWeekend() {
        assertThat(office.within(between("2026-05-09T06:00:00Z", "2026-05-10T20:00:00Z")))
                .isEmpty();
        assertThat(office.openAt(at("2026-05-09T10:00:00Z"))).isEmpty();
        assertThat(office.openAt(at("2026-05-08T10:00:00Z"))).isPresent();
    }

    @Test
    void goesOnAfterMidnight() {
        WeeklyHours bar = new WeeklyHours(
                List.of(new Span(Set.of(DayOfWeek.FRIDAY), LocalTime.of(20, 0), LocalTime.of(3, 0))), MADRID);
        assertThat(bar.openAt(at("2026-05-09T00:30:00Z"))).isPresent();
        assertThat(bar.openAt(at("2026-05-09T01:00:00Z"))).isEmpty();
    }

    @Test
    void answersNextWhereItsHoursMeetWhatIsBought() {
        Window friday = between("2026-05-08T14:00:00Z", "2026-05-08T18:00:00Z");
        Window later = Window.from(at("2026-05-09T08:00:00Z"));
        assertThat(office.next(List.of(friday, later), at("2026-05-08T15:00:00Z")))
                .contains(between("2026-05-08T15:00:00Z", "2026-05-08T16:00:00Z"));
        assertThat(office.next(List.of(friday, later), at("2026-05-08T16:00:00Z")))
                .contains(between("2026-05-11T06:00:00Z", "2026-05-11T16:00:00Z"));
        assertThat(office.next(List.of(friday), at("2026-05-08T16:00:00Z"))).isEmpty();
    }

    @Test
    void endsNothingWhereItsSpansTogetherCoverTheWeek() {
        WeeklyHours halves = new WeeklyHours(
                List.of(
                        new Span(EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, LocalTime.NOON),
                        new Span(EnumSet.allOf(DayOfWeek.class), LocalTime.NOON, LocalTime.MIDNIGHT)),
                MADRID);
        Instant now = at("2026-05-08T14:00:00Z");
        assertThat(halves.next(List.of(Window.from(at("2026-01-01T00:00:00Z"))), now))
                .contains(Window.from(now));
        Window month = between("2026-05-09T00:00:00Z", "2026-06-09T00:00:00Z");
        assertThat(halves.next(List.of(month), now)).contains(month);
    }

    @Test
    void describesNothingWithoutAnyHours() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WeeklyHours(List.of(), MADRID));
    }

    /** A contract has no end, and no page shows more than a year of it. */
    @Test
    void looksAYearAheadAndNoFurther() {
        List<Window> open = office.within(Window.from(at("2026-05-08T14:00:00Z")));
        assertThat(open.getFirst()).isEqualTo(between("2026-05-08T14:00:00Z", "2026-05-08T16:00:00Z"));
        assertThat(open.getLast()).isEqualTo(between("2027-05-07T06:00:00Z", "2027-05-07T16:00:00Z"));
        assertThat(office.within(between("2026-05-08T14:00:00Z", "2029-05-08T14:00:00Z")))
                .isEqualTo(open);
    }
}
