package app.latchkey.entitlement;

import static app.latchkey.entitlement.Shop.at;
import static app.latchkey.entitlement.Shop.between;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Case;
import app.latchkey.entitlement.WeeklyHours.Span;
import app.latchkey.shared.Window;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WeeklyHoursTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private final WeeklyHours office = new WeeklyHours(List.of(
            new Span(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(8, 0), LocalTime.of(18, 0))));

    @Case(46)
    @Test
    void shortensABookingToTheHoursInWhichTheDoorAnswers() {
        assertThat(office.within(between("2026-05-08T14:00:00Z", "2026-05-08T18:00:00Z"), MADRID))
                .containsExactly(between("2026-05-08T14:00:00Z", "2026-05-08T16:00:00Z"));
    }

    @Case(46)
    @Test
    void leavesNothingOfAWeekend() {
        assertThat(office.within(between("2026-05-09T06:00:00Z", "2026-05-10T20:00:00Z"), MADRID))
                .isEmpty();
        assertThat(office.openAt(at("2026-05-09T10:00:00Z"), MADRID)).isEmpty();
        assertThat(office.openAt(at("2026-05-08T10:00:00Z"), MADRID)).isPresent();
    }

    @Test
    void goesOnAfterMidnight() {
        WeeklyHours bar =
                new WeeklyHours(List.of(new Span(Set.of(DayOfWeek.FRIDAY), LocalTime.of(20, 0), LocalTime.of(3, 0))));
        assertThat(bar.openAt(at("2026-05-09T00:30:00Z"), MADRID)).isPresent();
        assertThat(bar.openAt(at("2026-05-09T01:00:00Z"), MADRID)).isEmpty();
    }

    /** A contract has no end, and no page shows more than a year of it. */
    @Test
    void looksAYearAheadAndNoFurther() {
        List<Window> open = office.within(Window.from(at("2026-05-08T14:00:00Z")), MADRID);
        assertThat(open.getFirst()).isEqualTo(between("2026-05-08T14:00:00Z", "2026-05-08T16:00:00Z"));
        assertThat(open.getLast()).isEqualTo(between("2027-05-07T06:00:00Z", "2027-05-07T16:00:00Z"));
        assertThat(office.within(between("2026-05-08T14:00:00Z", "2029-05-08T14:00:00Z"), MADRID))
                .isEqualTo(open);
    }
}
