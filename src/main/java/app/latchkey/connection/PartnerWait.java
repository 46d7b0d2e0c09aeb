package app.latchkey.connection;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * How long somebody has been waiting for a partner: for the time to ask it, or for its answer. Whoever serves many sees there who only waits, without
 * every client in between having to say so.
 */
public final class PartnerWait {

    private static final ScopedValue<PartnerWait> CURRENT = ScopedValue.newInstance();

    private volatile long since;
    private volatile boolean waiting;

    /** Does it, and shows meanwhile when it waits on this thread. */
    public void watch(Runnable deed) {
        ScopedValue.where(CURRENT, this).run(deed);
    }

    /** None while nobody waits. */
    public Duration soFar() {
        return waiting ? Duration.ofNanos(System.nanoTime() - since) : Duration.ZERO;
    }

    /** Waits for a partner, as part of a longer wait where there is one. */
    static <T> T during(Supplier<T> deed) {
        return CURRENT.isBound() && !CURRENT.get().waiting ? CURRENT.get().waited(deed) : deed.get();
    }

    private <T> T waited(Supplier<T> deed) {
        since = System.nanoTime();
        waiting = true;
        try {
            return deed.get();
        } finally {
            waiting = false;
        }
    }
}
