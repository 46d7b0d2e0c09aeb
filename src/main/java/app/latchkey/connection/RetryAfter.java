package app.latchkey.connection;

import java.time.Duration;
import java.time.Instant;
import java.time.chrono.ChronoZonedDateTime;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/**
 * How long a partner asks to wait: a number of seconds, or a time. A time is told from the one that the answer itself gives, because the partner's
 * clock need not agree with ours.
 */
final class RetryAfter {

    /** Nobody is left waiting for longer, whatever a partner says. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /** Empty where the answer does not say it in either way; nothing for a time that is over. */
    static Optional<Duration> in(HttpHeaders headers, Instant now) {
        return seconds(headers)
                .or(() -> until(headers, now))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
                .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }

    private static Optional<Duration> seconds(HttpHeaders headers) {
        return Optional.ofNullable(headers.getFirst(HttpHeaders.RETRY_AFTER))
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    private static Optional<Duration> until(HttpHeaders headers, Instant now) {
        Instant answered = time(headers, HttpHeaders.DATE).orElse(now);
        return time(headers, HttpHeaders.RETRY_AFTER).map(time -> Duration.between(answered, time));
    }

    private static Optional<Instant> time(HttpHeaders headers, String name) {
        try {
            return Optional.ofNullable(headers.getFirstZonedDateTime(name)).map(ChronoZonedDateTime::toInstant);
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }
}
