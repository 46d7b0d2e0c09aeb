package app.latchkey.sync.work;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Makes one reading of a burst: it comes a moment after the first message, and the next one not before some seconds after that. */
final class Debounce {

    private static final Duration GATHER = Duration.ofMillis(300);
    private static final Duration APART = Duration.ofSeconds(5);

    private Instant next = Instant.MIN;

    /** When to read because of a message that came {@code now}; empty when a reading is to come that will see it too. */
    synchronized Optional<Instant> heard(Instant now) {
        boolean comes = now.isBefore(next) && !now.plus(APART).isBefore(next);
        if (comes) {
            return Optional.empty();
        }
        Instant soon = now.plus(GATHER);
        Instant apart = next.isAfter(now.minus(APART)) && !next.isAfter(now) ? next.plus(APART) : soon;
        next = apart.isAfter(soon) ? apart : soon;
        return Optional.of(next);
    }
}
