package app.latchkey.neighbours;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import sandbox.http.Fault;

/** Calls that get no answer while anybody waits for one, and how many of them are waited for at once. */
final class HangingCalls {

    /** As long as we wait for an answer. */
    private static final Duration WAITED_FOR = Duration.ofSeconds(10);

    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger all = new AtomicInteger();

    Fault fault() {
        return Fault.rewritten(answer -> {
                    hang();
                    return answer;
                })
                .always();
    }

    private void hang() {
        all.incrementAndGet();
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        long end = System.nanoTime() + WAITED_FOR.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
        now.decrementAndGet();
    }

    int most() {
        return most.get();
    }

    String words() {
        return "%d calls, at most %d of them waited for at once".formatted(all.get(), most.get());
    }
}
