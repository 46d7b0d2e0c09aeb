package app.latchkey.sync.work;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** The instant at which this node next has something to do, as far as it knows. */
@Component
public class Kicks {

    private final Clock clock;
    private final AtomicReference<Instant> next = new AtomicReference<>(Instant.MIN);
    private volatile Runnable waker = () -> {};

    Kicks(Clock clock) {
        this.clock = clock;
    }

    /** Something is due at {@code at}. */
    public void dueAt(Instant at) {
        next.accumulateAndGet(at, (one, other) -> one.isBefore(other) ? one : other);
    }

    /** Something may be due now. */
    public void now() {
        next.set(Instant.MIN);
        waker.run();
    }

    /** @param waker told of each {@link #now}, on the thread that says it */
    void wakes(Runnable waker) {
        this.waker = waker;
    }

    /** Takes what is due; until the next kick there is nothing. */
    boolean take() {
        Instant seen = next.get();
        return !clock.instant().isBefore(seen) && next.compareAndSet(seen, Instant.MAX);
    }
}
