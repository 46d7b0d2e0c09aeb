package app.latchkey.connection;

import java.time.Duration;
import java.util.Optional;

/**
 * What a partner answered.
 *
 * @param body its text, empty without one
 * @param retryAfter how long the partner asked to wait
 */
public record PartnerAnswer(int status, String body, Optional<Duration> retryAfter) {

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
