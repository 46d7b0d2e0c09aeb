package app.latchkey.sync.work;

import app.latchkey.salto.EventStream;
import app.latchkey.salto.StreamState;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scope;
import app.latchkey.space.Scopes;
import app.latchkey.sync.Subject;
import app.latchkey.sync.work.DoorStreamRows.Claim;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Listens to the event streams of the spaces that have one, each on one node at a time. What is heard only makes the doors due to be read: they are
 * read now and then anyway, and a stream that cannot be had is no trouble of a space.
 */
@Component
class HearDoors implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(HearDoors.class);

    private static final long LOOK_MILLIS = 2_000;
    /** So that many streams of one node, or of one that has died, are not all asked for at once. */
    private static final int AT_ONCE = 20;

    /** A listener holds on every few seconds. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final Duration NOTHING_TO_HEAR = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final EventStream streams;
    private final Scopes scopes;
    private final DoorStreamRows rows;
    private final DueWork due;
    private final Clock clock;
    private final String node;
    private final Map<SpaceId, Thread> listening = new ConcurrentHashMap<>();
    private volatile boolean running;

    HearDoors(
            EventStream streams,
            Scopes scopes,
            DoorStreamRows rows,
            DueWork due,
            Clock clock,
            Drainer drainer,
            NodeTimer timer) {
        this.streams = streams;
        this.scopes = scopes;
        this.rows = rows;
        this.due = due;
        this.clock = clock;
        this.node = drainer.node();
        timer.every(LOOK_MILLIS, this::look);
    }

    @Override
    public void start() {
        if (streams.isOffered()) {
            running = true;
        } else {
            scopes.run(Scope.system(), rows::clear);
        }
    }

    /** Before the database's connections are closed, so that another node need not wait. */
    @Override
    public void stop() {
        running = false;
        listening.values().forEach(Thread::interrupt);
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (Thread thread : listening.values()) {
                thread.join(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void look() {
        if (running) {
            scopes.inSystem(() -> rows.claim(node, LEASE, AT_ONCE)).forEach(this::begin);
        }
    }

    /** A stream that went on although the database was away for longer than a lease stays the one it is. */
    private void begin(Claim claim) {
        listening.computeIfAbsent(
                claim.space(),
                space -> Thread.ofVirtual().name("stream-" + space).start(() -> hear(claim)));
    }

    private void hear(Claim claim) {
        SpaceId space = claim.space();
        Ear ear = new Ear(space);
        try {
            StreamState state = listened(space, ear);
            if (Thread.interrupted() || !running) {
                scopes.inSpace(space, () -> rows.release(space, node));
            } else {
                settle(claim, ear, state);
            }
        } catch (RuntimeException e) {
            LOG.warn("How the event stream of space {} ended was not noted: its lease ends by itself", space, e);
        } finally {
            listening.remove(space);
        }
    }

    private StreamState listened(SpaceId space, Ear ear) {
        try {
            return streams.listen(space, ear);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return StreamState.LIVE;
        } catch (RuntimeException e) {
            if (running) {
                LOG.warn("The event stream of space {} broke", space, e);
            }
            return StreamState.NOT_REACHABLE;
        }
    }

    private void settle(Claim claim, Ear ear, StreamState state) {
        SpaceId space = claim.space();
        if (state == StreamState.LIVE) {
            scopes.inSpace(space, () -> rows.forget(space, node, NOTHING_TO_HEAR));
            return;
        }
        int failures = ear.heldLong() ? 0 : claim.failures() + 1;
        Duration rest = StreamRest.after(state, failures);
        LOG.info("The event stream of space {}: {}; looked for again in {}", space, state, rest);
        scopes.inSpace(space, () -> rows.ended(space, node, state, failures, rest, clock.instant()));
    }

    /** What is done about what one stream says. */
    private final class Ear implements EventStream.Listener {

        private static final Duration LONG = Duration.ofMinutes(1);

        private final SpaceId space;
        private final Debounce debounce = new Debounce();
        private volatile Optional<Long> liveAtNanos = Optional.empty();

        Ear(SpaceId space) {
            this.space = space;
        }

        /** What happened while nobody listened has to be read. */
        @Override
        public void live() {
            liveAtNanos = Optional.of(System.nanoTime());
            scopes.inSpace(space, () -> rows.live(space, node, clock.instant()));
            LOG.info("The event stream of space {} is live", space);
            happened();
        }

        @Override
        public void happened() {
            debounce.heard(clock.instant())
                    .ifPresent(at ->
                            scopes.inSpace(space, () -> due.add(Subject.doors(), at, Causes.HEARD, clock.instant())));
        }

        @Override
        public boolean goesOn() {
            return running && scopes.inSpace(space, () -> rows.extend(space, node, LEASE));
        }

        boolean heldLong() {
            return liveAtNanos
                    .filter(at -> System.nanoTime() - at > LONG.toNanos())
                    .isPresent();
        }
    }
}
