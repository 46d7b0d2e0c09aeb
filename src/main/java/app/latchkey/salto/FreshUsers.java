package app.latchkey.salto;

import app.latchkey.space.Assumption;
import app.latchkey.space.LatchkeySettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * For how long Salto's "not found" and "not allowed" about somebody who is listed may mean that it has not caught up with his making: the same
 * codes mean that really. Counted from the first refusal that this node met; another node begins anew, which only lengthens the patience.
 */
@Component
class FreshUsers {

    private final Map<String, Instant> firstRefused = new ConcurrentHashMap<>();
    private final Duration patience;
    private final Clock clock;

    FreshUsers(LatchkeySettings settings, Clock clock) {
        this.patience = Duration.ofSeconds(settings.assumedNumber(Assumption.SALTO_FRESH_USER_SECONDS));
        this.clock = clock;
    }

    /** Whether it is worth waiting on after this refusal about {@code user}, one of his two ids. */
    boolean mayStillBeFresh(String user) {
        Instant now = clock.instant();
        firstRefused
                .values()
                .removeIf(first -> first.plus(patience.multipliedBy(10)).isBefore(now));
        Instant first = firstRefused.computeIfAbsent(user, unknown -> now);
        return now.isBefore(first.plus(patience));
    }

    /** Whether this user was met before and has not arrived since, so that nobody has to look for him again. */
    boolean isWaitedFor(String user) {
        return firstRefused.containsKey(user);
    }

    void arrived(String user) {
        firstRefused.remove(user);
    }
}
