package app.latchkey.sync.work;

import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.Subject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Keeps what webhooks tell, many at the same time. While one caller writes for a space, whoever comes meanwhile gathers, and the next of them writes for
 * all: a single caller waits for nobody, and a storm costs no more transactions than the database takes one after the other. Each is answered after what
 * it told of is kept, for every node to see; but nobody waits for the disk. A hint says only that something may have changed, which the reading every few
 * minutes finds as well: a database that breaks down may lose those of its last moments.
 */
@Component
public class GatheredHints {

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

    /** What is written together. Each field is read and written by one thread at a time: gathering within the desk, the rest behind its writing lock. */
    private static final class Sheet {

        private final Map<Subject, Set<String>> causes = new LinkedHashMap<>();
        private boolean over;
        private Optional<RuntimeException> failure = Optional.empty();
    }

    private final class Desk {

        private final SpaceId space;
        private final ReentrantLock writing = new ReentrantLock();
        private Sheet gathering = new Sheet();

        Desk(SpaceId space) {
            this.space = space;
        }

        void keep(Subject subject, String cause) {
            Sheet mine = put(subject, cause);
            writing.lock();
            try {
                if (!mine.over) {
                    write(turn());
                }
            } finally {
                writing.unlock();
            }
            mine.failure.ifPresent(failure -> {
                throw failure;
            });
        }

        private synchronized Sheet put(Subject subject, String cause) {
            gathering
                    .causes
                    .computeIfAbsent(subject, _ -> new LinkedHashSet<>())
                    .add(cause);
            return gathering;
        }

        private synchronized Sheet turn() {
            Sheet full = gathering;
            gathering = new Sheet();
            return full;
        }

        private void write(Sheet sheet) {
            try {
                together(sheet.causes);
            } catch (RuntimeException failure) {
                sheet.failure = Optional.of(failure);
            } finally {
                sheet.over = true;
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
