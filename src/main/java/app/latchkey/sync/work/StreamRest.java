package app.latchkey.sync.work;

import app.latchkey.salto.StreamState;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long nobody asks for a stream that has ended, or could not be had: a breaker would ask more often. */
final class StreamRest {

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 8;
    /** Until somebody has bought what is missing, or changed a role. */
    private static final Duration UNTIL_ALLOWED = Duration.ofHours(1);

    private StreamRest() {}

    /** @param failures how often it could not be had, or was lost at once, one after the other */
    static Duration after(StreamState state, int failures) {
        return switch (state) {
            case NOT_SUBSCRIBED, REFUSED -> UNTIL_ALLOWED;
            case LIVE, NOT_REACHABLE -> jittered(FIRST.multipliedBy(1L << Math.min(failures, DOUBLINGS)));
        };
    }

    /** So that spaces which were dropped together do not come back together. */
    private static Duration jittered(Duration doubled) {
        long most = Math.min(doubled.toMillis(), LONGEST.toMillis());
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
    }
}
