package app.latchkey.sync.work;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.Subject;
import app.latchkey.sync.work.Work.Between;
import app.latchkey.sync.work.Work.Served;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One space's turn: a small quantum of its due work, single customers first, within the space's lease. */
@Component
class SpaceTurns {

    private static final Logger LOG = LoggerFactory.getLogger(SpaceTurns.class);
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
    private volatile boolean closing;

    SpaceTurns(Scopes scopes, DueWork due, Leases leases, Heartbeats heartbeats, Work work, Clock clock) {
        this.scopes = scopes;
        this.due = due;
        this.leases = leases;
        this.heartbeats = heartbeats;
        this.work = work;
        this.clock = clock;
    }

    /** From now on nothing more is begun: whatever is under way ends at its next step, and another node goes on. */
    void close() {
        closing = true;
    }

    private void requireOpen(SpaceId space) {
        if (closing) {
            throw new LeaseLost(space);
        }
    }

    /** Nothing happens while another node serves the space. */
    void serve(SpaceId space, String node) {
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
            requireOpen(space);
            if (System.nanoTime() > end) {
                return;
            }
            one(row, lease, () -> urgent(space, lease));
        }
    }

    /** Within the lease that the long work holds. What comes in after this look waits for the next. */
    private Set<CustomerId> urgent(SpaceId space, Lease lease) {
        requireOpen(space);
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
            case Subject.OfCustomer _, Subject.OfGroup _, Subject.OfLeaving _ -> "boundary";
            case Subject.OfChanges _, Subject.OfMembers _, Subject.OfDoors _, Subject.OfSpace _ -> "period";
        };
    }
}
