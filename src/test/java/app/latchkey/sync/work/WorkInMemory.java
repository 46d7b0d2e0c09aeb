package app.latchkey.sync.work;

import app.latchkey.shared.SpaceId;
import app.latchkey.simulation.Memory;
import app.latchkey.simulation.Table;
import app.latchkey.space.Scopes;
import app.latchkey.sync.Subject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one queue and the lease without a database. */
public final class WorkInMemory {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Scopes scopes;
    private final Clock clock;
    private final Queue queue;
    private final LeasesInMemory leases;

    /**
     * @param database the database's clock, which leases go by
     * @param forgetful whether done work is done although something came in meanwhile: wrong, to see who notices
     */
    public WorkInMemory(Memory memory, Scopes scopes, Clock clock, Clock database, BooleanSupplier forgetful) {
        this.scopes = scopes;
        this.clock = clock;
        this.queue = new Queue(memory, forgetful);
        this.leases = new LeasesInMemory(memory, scopes, database);
    }

    public DueWork due() {
        return queue;
    }

    public Leases leases() {
        return leases;
    }

    /** One that nobody contests. */
    public static Lease lease(SpaceId space) {
        return new Lease(space, "node", 1, System.nanoTime(), LEASE, false);
    }

    /** What a node does when it is a space's turn. */
    public Consumer<SpaceId> turns(Work work, String node) {
        SpaceTurns turns = new SpaceTurns(scopes, queue, leases, new Heartbeats(leases, new NoTimer()), work, clock);
        return space -> turns.serve(space, SpaceTurns.Part.EVERYTHING, node);
    }

    /** Another node has the space, and gives it back at once. */
    public void takeOver(SpaceId space) {
        scopes.inSystem(() -> leases.rows.get(space))
                .ifPresent(held -> scopes.inSystem(() -> {
                    leases.rows.put(space, new Held("another node", held.epoch() + 1, Instant.MIN));
                    return true;
                }));
    }

    private static final class NoTimer extends NodeTimer {
        @Override
        void every(long millis, Runnable task) {}
    }

    private record Row(
            String subject,
            Instant dueAt,
            @Nullable Instant notBefore,
            long version,
            int attempts,
            List<String> causes) {

        Instant at() {
            return notBefore == null || dueAt.isAfter(notBefore) ? dueAt : notBefore;
        }
    }

    private static final class Queue extends DueWork {
        private final Table<String, Row> rows;
        private final BooleanSupplier forgetful;

        Queue(Memory memory, BooleanSupplier forgetful) {
            super(Memory.noDatabase());
            this.rows = memory.table();
            this.forgetful = forgetful;
        }

        @Override
        public void add(Subject subject, Instant at, String cause, Instant now) {
            upsert(subject, at, cause, false);
        }

        @Override
        public void hint(Map<Subject, Set<String>> causes, Instant now) {
            causes.forEach((subject, each) -> each.forEach(cause -> add(subject, now, cause, now)));
        }

        @Override
        public void insist(Subject subject, Instant at, String cause, Instant now) {
            upsert(subject, at, cause, true);
        }

        @Override
        public void foresee(Subject subject, Instant at, String cause, Instant now) {
            Optional<Row> known = rows.get(subject.key());
            if (known.isEmpty()) {
                rows.put(subject.key(), new Row(subject.key(), at, null, 0, 0, List.of(cause)));
            } else if (known.get().dueAt().isAfter(at)) {
                put(known.get(), at, List.of(cause));
            }
        }

        private void upsert(Subject subject, Instant at, String cause, boolean insist) {
            Row row = rows.get(subject.key())
                    .map(known -> new Row(
                            known.subject(),
                            known.dueAt().isBefore(at) ? known.dueAt() : at,
                            insist ? null : known.notBefore(),
                            known.version() + 1,
                            known.attempts(),
                            with(known.causes(), cause)))
                    .orElseGet(() -> new Row(subject.key(), at, null, 0, 0, List.of(cause)));
            rows.put(row.subject(), row);
        }

        private static List<String> with(List<String> causes, String cause) {
            return causes.contains(cause)
                    ? causes
                    : Stream.concat(causes.stream().limit(9), Stream.of(cause)).toList();
        }

        @Override
        public List<Due> dueCustomers(SpaceId of, Instant now, int limit) {
            return due(of, Queue::isCustomer, Comparator.comparing(row -> Lane.of(row.causes())), now, limit);
        }

        @Override
        public List<Due> longestDue(SpaceId of, Instant now, int limit) {
            return due(of, Queue::isCustomer, Comparator.comparing(Row::dueAt), now, limit);
        }

        @Override
        public List<Due> dueReadings(SpaceId of, Instant now, int limit) {
            return due(
                    of,
                    row -> !isCustomer(row),
                    Comparator.comparing(row -> row.subject().equals("space")),
                    now,
                    limit);
        }

        private static boolean isCustomer(Row row) {
            return row.subject().startsWith("customer:");
        }

        private List<Due> due(SpaceId of, Predicate<Row> which, Comparator<Row> order, Instant now, int limit) {
            List<Row> due = new ArrayList<>(
                    rows.where(row -> which.test(row) && !row.at().isAfter(now)));
            due.sort(order.thenComparing(Row::dueAt).thenComparing(Row::subject));
            return due.stream()
                    .limit(limit)
                    .map(row -> new Due(of, Subject.of(row.subject()), row.version(), row.attempts(), row.causes()))
                    .toList();
        }

        /** Stories have few customers. */
        @Override
        public boolean gather(SpaceId of, int most, Instant now) {
            return false;
        }

        @Override
        public boolean done(Due due, Instant now) {
            Optional<Row> known = rows.get(due.subject().key());
            boolean still = known.filter(row -> row.version() == due.version() || forgetful.getAsBoolean())
                    .isPresent();
            if (!still) {
                known.filter(row -> row.dueAt().isBefore(now)).ifPresent(row -> put(row, now, row.causes()));
            }
            return still && rows.remove(due.subject().key());
        }

        private void put(Row row, Instant dueAt, List<String> causes) {
            rows.put(
                    row.subject(),
                    new Row(row.subject(), dueAt, row.notBefore(), row.version(), row.attempts(), causes));
        }

        @Override
        public void postpone(Due due, Instant notBefore) {
            rows.get(due.subject().key())
                    .ifPresent(row -> rows.put(
                            row.subject(),
                            new Row(
                                    row.subject(),
                                    row.dueAt(),
                                    later(row.notBefore(), notBefore),
                                    row.version(),
                                    row.attempts() + 1,
                                    row.causes())));
        }

        @Override
        public void defer(Due due, Instant at) {
            rows.get(due.subject().key())
                    .filter(row -> row.version() == due.version() && row.dueAt().isBefore(at))
                    .ifPresent(row -> put(row, at, row.causes()));
        }

        @Override
        public void rest(Due due) {
            rows.get(due.subject().key())
                    .ifPresent(row -> rows.put(
                            row.subject(),
                            new Row(
                                    row.subject(),
                                    row.version() == due.version() ? Instant.MAX : row.dueAt(),
                                    row.notBefore(),
                                    row.version(),
                                    row.attempts() + 1,
                                    row.causes())));
        }

        private static Instant later(@Nullable Instant one, Instant other) {
            return one != null && one.isAfter(other) ? one : other;
        }

        @Override
        public Optional<Instant> earliest() {
            return rows.everywhere().stream()
                    .map(Row::at)
                    .filter(Instant.MAX::isAfter)
                    .min(Comparator.naturalOrder());
        }
    }

    private record Held(String holder, long epoch, Instant expiresAt) {}

    private static final class LeasesInMemory extends Leases {
        private final Table<SpaceId, Held> rows;
        private final Scopes scopes;
        private final Clock database;

        LeasesInMemory(Memory memory, Scopes scopes, Clock database) {
            super(Memory.noDatabase(), scopes, LEASE, Duration.ofHours(2));
            this.rows = memory.ownTable();
            this.scopes = scopes;
            this.database = database;
        }

        @Override
        public Optional<Lease> acquire(SpaceId space, String holder) {
            return scopes.inSystem(() -> {
                Optional<Held> held = rows.get(space);
                boolean free = held.filter(now -> !now.holder().equals(holder) && isRunning(now))
                        .isEmpty();
                if (!free) {
                    return Optional.<Lease>empty();
                }
                long epoch = held.map(Held::epoch).orElse(0L) + 1;
                rows.put(space, new Held(holder, epoch, database.instant().plus(LEASE)));
                return Optional.of(new Lease(space, holder, epoch, System.nanoTime(), LEASE, false));
            });
        }

        private boolean isRunning(Held held) {
            return held.expiresAt().isAfter(database.instant());
        }

        @Override
        public void release(Lease lease) {
            scopes.inSystem(() -> {
                rows.get(lease.space())
                        .filter(held -> held.epoch() == lease.epoch())
                        .ifPresent(held -> rows.put(lease.space(), new Held(held.holder(), held.epoch(), Instant.MIN)));
                return true;
            });
        }

        @Override
        public void requireHeld(Lease lease) {
            boolean held = rows.get(lease.space())
                    .filter(now -> now.epoch() == lease.epoch() && isRunning(now))
                    .isPresent();
            if (!held) {
                lease.lose();
                throw new LeaseLost(lease.space());
            }
        }
    }
}
