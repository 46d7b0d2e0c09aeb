package sandbox.nexudus;

import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import sandbox.SandboxClock;

/** Lets time pass: what became due is announced twice a second, and at once when the clock is moved. */
final class BusinessDay implements AutoCloseable {
    private final NexudusState state;
    private final SandboxClock clock;
    private final FrontDesk frontDesk;
    private final Runnable onJump = this::pass;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("nexudus-timers").unstarted(task));
    private Instant passed;

    BusinessDay(NexudusState state, SandboxClock clock, FrontDesk frontDesk) {
        this.state = state;
        this.clock = clock;
        this.frontDesk = frontDesk;
        this.passed = clock.instant();
        clock.onJump(onJump);
        var _ = timer.scheduleWithFixedDelay(this::pass, 500, 500, TimeUnit.MILLISECONDS);
    }

    private void pass() {
        synchronized (state) {
            Instant now = clock.instant();
            if (now.isAfter(passed)) {
                frontDesk.passTime(passed, now);
            }
            passed = now;
        }
    }

    @Override
    public void close() {
        clock.forget(onJump);
        timer.shutdownNow();
    }
}
