package sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Business time that can be moved: it runs with the real time, plus an offset.
 *
 * <p>Listeners hear of every jump, so that what became due in between can happen at once.
 */
public final class SandboxClock extends Clock {
    private final ZoneId zone;
    private final AtomicReference<Duration> offset;
    private final List<Runnable> listeners;

    public SandboxClock() {
        this(ZoneOffset.UTC, new AtomicReference<>(Duration.ZERO), new CopyOnWriteArrayList<>());
    }

    private SandboxClock(ZoneId zone, AtomicReference<Duration> offset, List<Runnable> listeners) {
        this.zone = zone;
        this.offset = offset;
        this.listeners = listeners;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock seen from another zone: moving either moves both. */
    @Override
    public SandboxClock withZone(ZoneId other) {
        return new SandboxClock(other, offset, listeners);
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(offset.get());
    }

    public void advance(Duration by) {
        offset.updateAndGet(now -> now.plus(by));
        listeners.forEach(Runnable::run);
    }

    public void moveTo(Instant when) {
        advance(Duration.between(instant(), when));
    }

    /** How far this clock is from the real time. */
    public Duration offset() {
        return offset.get();
    }

    /** {@code listener} runs after every jump, on the thread that moved the clock. */
    public void onJump(Runnable listener) {
        listeners.add(listener);
    }

    public void forget(Runnable listener) {
        listeners.remove(listener);
    }
}
