package app.latchkey.sync.work;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Things this node does again and again in real time. A failure does not end the repetition. */
@Component
class NodeTimer {

    private static final Logger LOG = LoggerFactory.getLogger(NodeTimer.class);

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            3, Thread.ofPlatform().daemon().name("latchkey-timer-", 0).factory());

    void every(long millis, Runnable task) {
        threads.scheduleWithFixedDelay(() -> quietly(task), millis, millis, TimeUnit.MILLISECONDS);
    }

    /** Not at all on a node that is stopping. */
    void after(long millis, Runnable task) {
        try {
            threads.schedule(() -> quietly(task), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("Too late for another task", stopping);
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    private static void quietly(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.debug("A repeated task failed", e);
        }
    }
}
