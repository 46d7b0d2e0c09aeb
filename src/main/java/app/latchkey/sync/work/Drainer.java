package app.latchkey.sync.work;

import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.work.SpaceTurns.Part;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Gives every space with due work its turn, until nothing is due. One at a time on a node; a second call signals the first. */
@Component
public class Drainer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Drainer.class);
    /** Long work: what it holds in memory grows with its space, so that only a few do it at once. */
    private static final int READ_AT_ONCE = 6;
    /** Mostly waiting for partners. */
    private static final int SERVED_AT_ONCE = 16;
    /** Beside them, whoever only waits. */
    private static final int WAITING_AT_ONCE = 48;

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final long REST_MILLIS = 2_000;

    private final Scopes scopes;
    private final DueWork due;
    private final SpaceTurns turns;
    private final Clock clock;
    private final Kicks kicks;
    private final NodeTimer timer;
    private final String node = UUID.randomUUID().toString();
    private final AtomicBoolean draining = new AtomicBoolean();
    private final AtomicBoolean signalled = new AtomicBoolean();
    private volatile boolean awaited;
    private final Places toRead = new Places(READ_AT_ONCE, 0);
    private final Places toServe = new Places(SERVED_AT_ONCE, WAITING_AT_ONCE);
    private final Set<SpaceId> serving = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    Drainer(Scopes scopes, DueWork due, SpaceTurns turns, Clock clock, Kicks kicks, NodeTimer timer) {
        this.scopes = scopes;
        this.due = due;
        this.turns = turns;
        this.clock = clock;
        this.kicks = kicks;
        this.timer = timer;
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
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!(toRead.areAllGivenBack() && toServe.areAllGivenBack()) && System.nanoTime() < end) {
                Thread.sleep(LOOK);
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

    /** A job has been enqueued that will drain. */
    void await() {
        awaited = true;
    }

    /** Whether such a job has not begun yet; on this node, at least. */
    boolean isAwaited() {
        return awaited;
    }

    /** Returns when nothing is due that this node could serve. Where it breaks off, this node looks again soon. */
    public void drain() {
        awaited = false;
        try {
            whileSignalled();
        } catch (RuntimeException e) {
            kicks.dueAt(clock.instant().plusMillis(REST_MILLIS));
            throw e;
        }
    }

    private void whileSignalled() {
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
            round(scopes.inSystem(() -> due.spaces(clock.instant(), node)));
        } while (running && signalled.get());
    }

    /** Readings wait for a place of their own; customers meanwhile for none of them. */
    private void round(List<DueSpace> spaces) {
        spaces.stream()
                .filter(space -> space.readingsSince().isPresent())
                .sorted(Comparator.comparing(space -> space.readingsSince().orElseThrow()))
                .forEach(space -> read(space.space()));
        if (!spaces.stream().filter(DueSpace::customers).allMatch(space -> serve(space.space()))) {
            awaitPlace();
        }
    }

    private void read(SpaceId space) {
        if (running && !serving.contains(space)) {
            toRead.take().ifPresent(place -> begin(space, Part.EVERYTHING, place));
        }
    }

    /** False where every place is taken. */
    private boolean serve(SpaceId space) {
        if (!running || serving.contains(space)) {
            return true;
        }
        Optional<Places.Place> place = toServe.take();
        place.ifPresent(taken -> begin(space, Part.CUSTOMERS, taken));
        return place.isPresent();
    }

    /** Who has waited longest is asked anew then: another node may have served them meanwhile. */
    private void awaitPlace() {
        try {
            toServe.await();
            signalled.set(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin(SpaceId space, Part part, Places.Place place) {
        serving.add(space);
        Thread.ofVirtual().name("space-" + space).start(() -> {
            try {
                place.serve(() -> turns.serve(space, part, node));
                ended(space);
            } catch (RuntimeException e) {
                LOG.warn("Serving space {} stopped", space, e);
                timer.after(REST_MILLIS, () -> ended(space));
            }
        });
    }

    /** A space whose turn broke gets its next one later: or else it would break again and again, as fast as it can. */
    private void ended(SpaceId space) {
        serving.remove(space);
        kicks.now();
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
