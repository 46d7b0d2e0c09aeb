package app.latchkey.nexudus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A Friday's evening is nearly a Monday's morning. */
class WeekdaysTest {

    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T10:00, PT24H, 2026-11-25T10:00", // Tuesday
        "2026-11-27T17:00, PT24H, 2026-11-30T17:00", // Friday
        "2026-11-28T12:00, PT24H, 2026-12-01T00:00", // Saturday
        "2026-11-29T23:59, PT1H, 2026-11-30T01:00", // Sunday
        "2026-11-27T00:00, PT24H, 2026-11-28T00:00", // Friday, to its last moment
        "2026-11-27T17:00, PT72H, 2026-12-02T17:00",
        "2026-10-23T17:00, PT24H, 2026-10-26T17:00", // clocks go back on the Sunday
        "2026-11-28T12:00, PT0S, 2026-11-28T12:00"
    })
    void countsNoSaturdayAndNoSunday(LocalDateTime from, Duration length, LocalDateTime then) {
        assertThat(Weekdays.after(from.atZone(LISBON).toInstant(), length, LISBON)
                        .atZone(LISBON)
                        .toLocalDateTime())
                .isEqualTo(then);
    }
}
