package app.latchkey.sync.work;

import app.latchkey.connection.PartnerWait;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How many turns a node serves at once. Whoever has been waiting for a partner for a while lends his place to the next, because he uses nothing
 * meanwhile; he goes on beside it when the partner answers. So spaces whose partner hangs keep the others waiting for that while at most.
 */
final class Places {

    /** Longer than a partner usually takes. */
    private static final Duration WHILE = Duration.ofSeconds(1);

    private static final long LOOK_MILLIS = 50;

    private final Semaphore free;
    private final Semaphore toLend;
    private final Set<Place> taken = ConcurrentHashMap.newKeySet();

    /** @param toLend how many may be lent at once: what those who wait hold in memory is held all the same */
    Places(int all, int toLend) {
        this.free = new Semaphore(all);
        this.toLend = new Semaphore(toLend);
    }

    /** Nothing where every place is taken and nobody lends his. */
    Optional<Place> take() {
        if (!free.tryAcquire()) {
            return Optional.empty();
        }
        Place place = new Place();
        taken.add(place);
        return Optional.of(place);
    }

    /** Returns when there is one to take. */
    void await() throws InterruptedException {
        while (!free.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            taken.forEach(Place::lendIfWaiting);
        }
        free.release();
    }

    /** Also those that are lent. */
    boolean areAllGivenBack() {
        return taken.isEmpty();
    }

    /** Where one turn is served. */
    final class Place {

        private final PartnerWait wait = new PartnerWait();
        private final AtomicBoolean mine = new AtomicBoolean(true);

        /** Serves it, and gives the place back. */
        void serve(Runnable turn) {
            try {
                wait.watch(turn);
            } finally {
                giveBack();
            }
        }

        private void giveBack() {
            (mine.getAndSet(false) ? free : toLend).release();
            taken.remove(this);
        }

        private void lendIfWaiting() {
            if (wait.soFar().compareTo(WHILE) < 0 || !toLend.tryAcquire()) {
                return;
            }
            (mine.compareAndSet(true, false) ? free : toLend).release();
        }
    }
}
