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
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One space's turn: a small quantum of its due work, single customers first, within the space's lease. */
@Component
class SpaceTurns {

    /** What a turn is for. */
    enum Part {
        CUSTOMERS,
        EVERYTHING
    }

    private static final Logger LOG = LoggerFactory.getLogger(SpaceTurns.class);
    private static final int MOST_CUSTOMERS = 1_000;
    private static final int ROWS = 50;
    private static final int AT_ONCE = 5;
    private static final int LONGEST_DUE_EVERY = 4;
    private static final Duration QUANTUM = Duration.ofSeconds(5);
    private static final Duration AFTER_A_SURPRISE = Duration.ofSeconds(30);

    private final Scopes scopes;
    private final DueWork due;
    private final Leases leases;
    private final Heartbeats heartbeats;
    private final Work work;
    private final Clock clock;
    private final Repeats repeats = new Repeats();
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
    void serve(SpaceId space, Part part, String node) {
        leases.acquire(space, node).ifPresent(lease -> {
            try (AutoCloseable beating = heartbeats.keep(lease)) {
                quantum(new Looks(lease), part, lease);
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

    private void quantum(Looks looks, Part part, Lease lease) {
        long end = System.nanoTime() + QUANTUM.toNanos();
        gather(lease);
        customers(looks, lease, end);
        if (part == Part.EVERYTHING) {
            readings(looks, lease, end);
        }
    }

    /** From some number on everything is read in less time than each of them, and a queue that long would be in everybody's way. */
    private void gather(Lease lease) {
        boolean many = scopes.inSpace(lease.space(), () -> {
            leases.requireHeld(lease);
            return due.gather(lease.space(), MOST_CUSTOMERS, clock.instant());
        });
        if (many) {
            LOG.info("More than {} customers of space {} are due: it is read whole", MOST_CUSTOMERS, lease.space());
        }
    }

    /**
     * Each one once: what comes in meanwhile about somebody who was served is gathered for the next turn. Where that is in an earlier lane than
     * all that is left, the next turn comes now.
     */
    private void customers(Looks looks, Lease lease, long end) {
        Set<Subject> served = new HashSet<>();
        List<Due> rows = looks.next();
        while (!rows.isEmpty() && served.size() < ROWS) {
            for (Due row : rows) {
                requireOpen(row.space());
                if (System.nanoTime() > end) {
                    return;
                }
                one(row, lease, Between.nothing());
                served.add(row.subject());
            }
            List<Due> due = looks.next();
            List<Due> left =
                    due.stream().filter(row -> !served.contains(row.subject())).toList();
            rows = earliestLane(due).compareTo(earliestLane(left)) < 0 ? List.of() : left;
        }
    }

    private static Lane earliestLane(List<Due> rows) {
        return rows.stream()
                .map(row -> Lane.of(row.causes()))
                .min(Lane::compareTo)
                .orElse(Lane.REPAIR);
    }

    /** The first of them whatever the customers took of the quantum: a reading never waits until there are none. */
    private void readings(Looks looks, Lease lease, long end) {
        for (Due row : scopes.inSpace(looks.space, () -> due.dueReadings(looks.space, clock.instant(), ROWS))) {
            requireOpen(row.space());
            one(row, lease, () -> urgent(looks, lease));
            if (System.nanoTime() > end) {
                return;
            }
        }
    }

    /** Within the lease that the long work holds. What comes in after this look waits for the next. */
    private Set<CustomerId> urgent(Looks looks, Lease lease) {
        requireOpen(looks.space);
        Set<CustomerId> served = new HashSet<>();
        for (Due row : looks.next()) {
            one(row, lease, Between.nothing());
            if (row.subject() instanceof Subject.OfCustomer(var customer)) {
                served.add(customer);
            }
        }
        return served;
    }

    /** What is due for customers, a few at a time: lane by lane, and every fourth time whoever waits longest, so that no lane waits for ever. */
    private final class Looks {

        private final SpaceId space;
        private long number;

        /** Counts on from turn to turn. */
        Looks(Lease lease) {
            this.space = lease.space();
            this.number = lease.epoch();
        }

        List<Due> next() {
            boolean byLane = ++number % LONGEST_DUE_EVERY != 0;
            return scopes.inSpace(
                    space,
                    () -> byLane
                            ? due.dueCustomers(space, clock.instant(), AT_ONCE)
                            : due.longestDue(space, clock.instant(), AT_ONCE));
        }
    }

    private void one(Due row, Lease lease, Between between) {
        Instant now = clock.instant();
        Optional<Instant> later = repeats.notBefore(row, now);
        if (later.isPresent()) {
            scopes.inSpace(row.space(), () -> due.defer(row, later.get()));
            return;
        }
        repeats.look(row, now);
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
                    Instant now = clock.instant();
                    due.done(row, now);
                    done.next().ifPresent(next -> due.add(row.subject(), next, done.cause(), now));
                }
                case Served.Again again -> due.postpone(row, again.notBefore());
                case Served.Resting _ -> due.rest(row);
            }
        });
    }
}
