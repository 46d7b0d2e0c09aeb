package app.latchkey.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-05-08T12:00:00Z");

    private static Optional<Duration> asked(String retryAfter, @Nullable String date) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, retryAfter);
        headers.set(HttpHeaders.DATE, date);
        return RetryAfter.in(headers, NOW);
    }

    @ParameterizedTest
    @CsvSource({"0, PT0S", "1, PT1S", "' 120 ', PT2M", "86400, P1D", "86401, P1D", "999999999999999999, P1D"})
    void isANumberOfSeconds(String seconds, Duration wait) {
        assertThat(asked(seconds, "Fri, 08 May 2026 13:00:00 GMT")).contains(wait);
    }

    /** As HTTP writes a time today, and as it once did. */
    @ParameterizedTest
    @ValueSource(strings = {"Fri, 08 May 2026 13:00:30 GMT", "Friday, 08-May-26 13:00:30 GMT"})
    void isATimeToldFromTheOneThatTheAnswerGives(String time) {
        assertThat(asked(time, "Fri, 08 May 2026 13:00:00 GMT")).contains(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon"})
    void isToldFromOurClockWhereTheAnswerGivesNoTime(String date) {
        assertThat(asked("Fri, 08 May 2026 12:00:30 GMT", date)).contains(Duration.ofSeconds(30));
        assertThat(asked("Fri, 08 May 2026 12:00:30 GMT", null)).contains(Duration.ofSeconds(30));
    }

    @Test
    void isNoWaitWhenTheTimeIsOver() {
        assertThat(asked("Fri, 08 May 2026 11:59:59 GMT", null)).contains(Duration.ZERO);
    }

    @Test
    void isADayAtMost() {
        assertThat(asked("Sun, 10 May 2026 12:00:00 GMT", null)).contains(Duration.ofDays(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "soon", "Fri, 99 May 2026 12:00:00 GMT", "1234567890123456789012"})
    void isNothingWhereItMakesNoSense(String nonsense) {
        assertThat(asked(nonsense, "Fri, 08 May 2026 12:00:00 GMT")).isEmpty();
    }

    @Test
    void isNothingWhereTheAnswerDoesNotSayIt() {
        assertThat(RetryAfter.in(new HttpHeaders(), NOW)).isEmpty();
    }
}
