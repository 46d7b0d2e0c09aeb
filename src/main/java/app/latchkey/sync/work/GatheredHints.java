package app.latchkey.sync.work;

import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.Subject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Keeps what webhooks tell, many at the same time. While one caller writes for a space, and for a moment after it began, whoever comes gathers, and the
 * next of them writes for all: a single caller waits for nobody, and a storm costs no more than a hundred transactions a second. Each is answered after what
 * it told of is kept, for every node to see; but nobody waits for the disk. A hint says only that something may have changed, which the reading every few
 * minutes finds as well: a database that breaks down may lose those of its last moments.
 */
@Component
public class GatheredHints {

    /** From the beginning of one transaction of a space to that of the next. Long enough for some of a storm's calls, and too short to be noticed. */
    static final Duration BETWEEN = Duration.ofMillis(10);

    private final Scopes scopes;
    private final DueWork due;
    private final Clock clock;
    private final Map<SpaceId, Desk> desks = new ConcurrentHashMap<>();

    GatheredHints(Scopes scopes, DueWork due, Clock clock) {
        this.scopes = scopes;
        this.due = due;
        this.clock = clock;
    }

    /** In a transaction of its own; where that fails, each caller whose hint was in it is told. */
    public void keep(SpaceId space, Subject subject, String cause) {
        desks.computeIfAbsent(space, _ -> new Desk(space)).keep(subject, cause);
    }

    /** What is written together. Its causes are the desk's while it gathers, and then its writer's. */
    private static final class Sheet {

        private final Map<Subject, Set<String>> causes = new LinkedHashMap<>();
        private final CompletableFuture<Optional<RuntimeException>> failure = new CompletableFuture<>();
    }

    /** @param first so that this caller writes the sheet */
    private record Told(Sheet sheet, boolean first) {}

    private final class Desk {

        private final SpaceId space;
        private final ReentrantLock writing = new ReentrantLock();
        private Sheet gathering = new Sheet();
        private long began = System.nanoTime() - BETWEEN.toNanos();

        Desk(SpaceId space) {
            this.space = space;
        }

        void keep(Subject subject, String cause) {
            Told told = put(subject, cause);
            if (told.first()) {
                writeInTurn(told.sheet());
            }
            told.sheet().failure.join().ifPresent(failure -> {
                throw failure;
            });
        }

        private synchronized Told put(Subject subject, String cause) {
            boolean first = gathering.causes.isEmpty();
            gathering
                    .causes
                    .computeIfAbsent(subject, _ -> new LinkedHashSet<>())
                    .add(cause);
            return new Told(gathering, first);
        }

        /** Whoever else told of something waits for the sheet, not for the lock, which each of them would have to take one after the other. */
        private void writeInTurn(Sheet sheet) {
            writing.lock();
            try {
                gatherForAMoment();
                gatherAnew();
                write(sheet);
            } finally {
                writing.unlock();
            }
        }

        private void gatherForAMoment() {
            long end = began + BETWEEN.toNanos();
            for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            began = System.nanoTime();
        }

        private synchronized void gatherAnew() {
            gathering = new Sheet();
        }

        private void write(Sheet sheet) {
            try {
                together(sheet.causes);
                sheet.failure.complete(Optional.empty());
            } catch (RuntimeException failure) {
                sheet.failure.complete(Optional.of(failure));
            } finally {
                // Where the JVM itself has failed; otherwise it is complete already.
                sheet.failure.complete(
                        Optional.of(new IllegalStateException("Nobody knows whether the hint was kept")));
            }
        }

        /**
         * A turn of the engine takes several rows one after the other. Were it to wait for one of these while they wait for one of its, PostgreSQL
         * would end either: so they give way, and are written one by one.
         */
        private void together(Map<Subject, Set<String>> causes) {
            Instant now = clock.instant();
            try {
                scopes.inSpace(space, () -> due.hint(causes, now));
            } catch (DataAccessException held) {
                causes.forEach((subject, each) ->
                        each.forEach(cause -> scopes.inSpace(space, () -> due.add(subject, now, cause, now))));
            }
        }
    }
}
