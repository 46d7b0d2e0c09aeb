package app.latchkey.sync.work;

import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Gives every space with due work its turn, until nothing is due. One at a time on a node; a second call signals the first. */
@Component
public class Drainer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Drainer.class);
    private static final int SPACES_AT_ONCE = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Scopes scopes;
    private final DueWork due;
    private final SpaceTurns turns;
    private final Clock clock;
    private final Kicks kicks;
    private final String node = UUID.randomUUID().toString();
    private final AtomicBoolean draining = new AtomicBoolean();
    private final AtomicBoolean signalled = new AtomicBoolean();
    private final Semaphore places = new Semaphore(SPACES_AT_ONCE);
    private final Set<SpaceId> serving = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    Drainer(Scopes scopes, DueWork due, SpaceTurns turns, Clock clock, Kicks kicks) {
        this.scopes = scopes;
        this.due = due;
        this.turns = turns;
        this.clock = clock;
        this.kicks = kicks;
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the database's connections are closed: waits for what is under way, but not for a partner that never answers. */
    @Override
    public void stop() {
        running = false;
        turns.close();
        try {
            if (places.tryAcquire(SPACES_AT_ONCE, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                places.release(SPACES_AT_ONCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** This node, as leases name it. */
    public String node() {
        return node;
    }

    /** True when a drainer was running and will look once more. */
    public boolean signal() {
        signalled.set(true);
        return draining.get();
    }

    /** Returns when nothing is due that this node could serve. */
    public void drain() {
        if (!running) {
            return;
        }
        do {
            if (!draining.compareAndSet(false, true)) {
                return;
            }
            try {
                rounds();
            } finally {
                draining.set(false);
            }
        } while (running && signalled.get());
        if (running) {
            rearm();
        }
    }

    private void rounds() {
        do {
            signalled.set(false);
            for (SpaceId space : scopes.inSystem(() -> due.spaces(clock.instant(), node))) {
                begin(space);
            }
        } while (running && signalled.get());
    }

    private void begin(SpaceId space) {
        if (!running || !serving.add(space)) {
            return;
        }
        places.acquireUninterruptibly();
        Thread.ofVirtual().name("space-" + space).start(() -> {
            try {
                turns.serve(space, node);
            } catch (RuntimeException e) {
                LOG.warn("Serving space {} stopped", space, e);
            } finally {
                serving.remove(space);
                places.release();
                kicks.now();
            }
        });
    }

    private void rearm() {
        scopes.inSystem(due::earliest).ifPresent(this::notBeforeASecond);
    }

    /** What is due already is being served elsewhere: look again soon, not at once. */
    private void notBeforeASecond(Instant at) {
        Instant soon = clock.instant().plusMillis(500);
        kicks.dueAt(at.isBefore(soon) ? soon : at);
    }
}
