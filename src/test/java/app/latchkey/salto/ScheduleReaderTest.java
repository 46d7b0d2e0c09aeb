package app.latchkey.salto;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Fact;
import app.latchkey.entitlement.WeeklyHours.Span;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ScheduleReaderTest {

    private static final String MONDAYS = "{'monday':true,'start_time':'09:00:00','end_time':'12:00:59'}";
    private static final String ALWAYS =
            "{'monday':true,'tuesday':true,'wednesday':true,'thursday':true,'friday':true,'saturday':true,"
                    + "'sunday':true,'start_time':'00:00:00','end_time':'23:59:59','start_date':null,'end_date':null}";

    private static JsonNode schedule(String json) {
        return Wire.tree(json.replace('\'', '"'));
    }

    private static List<Span> hours(String... schedules) {
        return ScheduleReader.hours(
                Arrays.stream(schedules).map(ScheduleReaderTest::schedule).toList());
    }

    private static Span mondays(String from, String until) {
        return new Span(Set.of(DayOfWeek.MONDAY), LocalTime.parse(from), LocalTime.parse(until));
    }

    @Test
    void readsDaysAndTheMinutesThatWereMeant() {
        assertThat(hours(MONDAYS)).containsExactly(mondays("09:00", "12:00"));
        assertThat(hours("{'tuesday':true,'sunday':true,'start_time':'08:00','end_time':'23:59'}"))
                .containsExactly(new Span(
                        EnumSet.of(DayOfWeek.TUESDAY, DayOfWeek.SUNDAY), LocalTime.of(8, 0), LocalTime.MIDNIGHT));
    }

    @Test
    void keepsEveryScheduleOfTheGroup() {
        assertThat(hours(MONDAYS, "{'monday':true,'start_time':'13:00:00','end_time':'18:00:59'}"))
                .containsExactly(mondays("09:00", "12:00"), mondays("13:00", "18:00"));
    }

    @Test
    void isLimitedByNothingWhereOneScheduleCountsAlways() {
        assertThat(ScheduleReader.isAlways(schedule(ALWAYS))).isTrue();
        assertThat(ScheduleReader.isAlways(schedule(MONDAYS))).isFalse();
        assertThat(hours(MONDAYS, ALWAYS)).isEmpty();
        assertThat(hours()).isEmpty();
    }

    @Fact(
            value = "A7.11",
            says =
                    "A schedule may count between two dates only (`start_date`, `end_date`, by the site's clock, without a zone): of its hours nothing is said, and Salto decides")
    @Test
    void leavesASchedulesDatesToSalto() {
        String dated = ALWAYS.replace("'start_date':null", "'start_date':'2026-05-01T15:00:00'")
                .replace("'end_date':null", "'end_date':'2026-05-03T11:00:00'");
        assertThat(hours(dated)).isEmpty();
        assertThat(hours(MONDAYS, dated)).isEmpty();
        assertThat(ScheduleReader.isAlways(schedule(dated))).isFalse();
    }

    /** Not known is not shut: the one that is not understood may be the one that opens. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'start_time':'09:00:00','end_time':'12:00:59'}",
                "{'tuesday':true,'end_time':'12:00:59'}",
                "{'tuesday':true,'start_time':'09:00:00'}",
                "{'tuesday':true,'start_time':'nine','end_time':'12:00:59'}",
                "{'tuesday':true,'start_time':'22:00:00','end_time':'02:00:59'}",
                "{'tuesday':true,'start_time':'00:00:00','end_time':'00:00:59'}",
                "{'tuesday':true,'start_time':'09:00:00','end_time':'12:00:59','start_date':'2026-05-01T00:00:00'}",
                "{'tuesday':true,'start_time':'09:00:00','end_time':'12:00:59','end_date':'2026-05-01T00:00:00'}",
                "{'tuesday':true,'start_time':9,'end_time':['12:00:59']}",
            })
    void claimsNothingAsSoonAsOneIsNotUnderstood(String other) {
        assertThat(hours(other)).isEmpty();
        assertThat(hours(MONDAYS, other)).isEmpty();
    }
}
