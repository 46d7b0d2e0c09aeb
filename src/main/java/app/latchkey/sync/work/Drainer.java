package app.latchkey.sync.work;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.Subject;
import app.latchkey.sync.work.Work.Between;
import app.latchkey.sync.work.Work.Served;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Serves due work space by space, a small quantum each, until nothing is due. One at a time on a node; a second call signals the first. */
@Component
public class Drainer {

    private static final Logger LOG = LoggerFactory.getLogger(Drainer.class);
    private static final int SPACES_AT_ONCE = 6;
    private static final int ROWS = 50;
    private static final int URGENT_ROWS = 5;
    private static final Duration QUANTUM = Duration.ofSeconds(5);
    private static final Duration AFTER_A_SURPRISE = Duration.ofSeconds(30);

    private final Scopes scopes;
    private final DueWork due;
    private final Leases leases;
    private final Heartbeats heartbeats;
    private final Work work;
    private final Clock clock;
    private final Kicks kicks;
    private final String node = UUID.randomUUID().toString();
    private final AtomicBoolean draining = new AtomicBoolean();
    private final AtomicBoolean signalled = new AtomicBoolean();
    private final Semaphore places = new Semaphore(SPACES_AT_ONCE);
    private final Set<SpaceId> serving = ConcurrentHashMap.newKeySet();

    Drainer(Scopes scopes, DueWork due, Leases leases, Heartbeats heartbeats, Work work, Clock clock, Kicks kicks) {
        this.scopes = scopes;
        this.due = due;
        this.leases = leases;
        this.heartbeats = heartbeats;
        this.work = work;
        this.clock = clock;
        this.kicks = kicks;
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
        do {
            if (!draining.compareAndSet(false, true)) {
                return;
            }
            try {
                rounds();
            } finally {
                draining.set(false);
            }
        } while (signalled.get());
        rearm();
    }

    private void rounds() {
        do {
            signalled.set(false);
            for (SpaceId space : scopes.inSystem(() -> due.spaces(clock.instant(), node))) {
                begin(space);
            }
        } while (signalled.get());
    }

    private void begin(SpaceId space) {
        if (!serving.add(space)) {
            return;
        }
        places.acquireUninterruptibly();
        Thread.ofVirtual().name("space-" + space).start(() -> {
            try {
                serve(space);
            } catch (RuntimeException e) {
                LOG.warn("Serving space {} stopped", space, e);
            } finally {
                serving.remove(space);
                places.release();
                kicks.now();
            }
        });
    }

    private void serve(SpaceId space) {
        leases.acquire(space, node).ifPresent(lease -> {
            try (AutoCloseable beating = heartbeats.keep(lease)) {
                quantum(space, lease);
            } catch (LeaseLost lost) {
                LOG.info("{}", lost.getMessage());
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            } finally {
                leases.release(lease);
            }
        });
    }

    private void quantum(SpaceId space, Lease lease) {
        long end = System.nanoTime() + QUANTUM.toNanos();
        List<Due> rows = scopes.inSpace(space, () -> due.due(space, clock.instant(), ROWS));
        for (Due row : rows) {
            if (System.nanoTime() > end) {
                return;
            }
            one(row, lease, () -> urgent(space, lease));
        }
    }

    /** Within the lease that the long work holds. What comes in after this look waits for the next. */
    private Set<CustomerId> urgent(SpaceId space, Lease lease) {
        Set<CustomerId> served = new HashSet<>();
        for (Due row : scopes.inSpace(space, () -> due.dueCustomers(space, clock.instant(), URGENT_ROWS))) {
            one(row, lease, Between.nothing());
            if (row.subject() instanceof Subject.OfCustomer(var customer)) {
                served.add(customer);
            }
        }
        return served;
    }

    private void one(Due row, Lease lease, Between between) {
        Served served;
        try {
            served = work.serve(row, lease, between);
        } catch (LeaseLost lost) {
            throw lost;
        } catch (RuntimeException e) {
            LOG.error("Work {} of space {} failed unexpectedly", row.subject().key(), row.space(), e);
            served = new Served.Again(clock.instant().plus(AFTER_A_SURPRISE.multipliedBy(1 + row.attempts())));
        }
        record(row, lease, served);
    }

    private void record(Due row, Lease lease, Served served) {
        scopes.inSpace(row.space(), () -> {
            leases.requireHeld(lease);
            switch (served) {
                case Served.Done done -> {
                    due.done(row);
                    done.next().ifPresent(next -> due.add(row.subject(), next, cause(row.subject()), clock.instant()));
                }
                case Served.Again again -> due.postpone(row, again.notBefore());
            }
        });
    }

    private static String cause(Subject subject) {
        return switch (subject) {
            case Subject.OfCustomer _, Subject.OfGroup _ -> "boundary";
            case Subject.OfChanges _, Subject.OfMembers _, Subject.OfSpace _ -> "period";
        };
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
