package app.latchkey.sync;

import app.latchkey.shared.SpaceId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells open pages of this node that something of their space has changed. Fed by the database's notifications, so that it does not matter
 * which node made the change; pages must not rely on it alone.
 */
@Component
public class Changes {

    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);

    private final Map<SpaceId, Set<Runnable>> listeners = new ConcurrentHashMap<>();

    /** Until its removal, {@code listener} runs after every change of the space, on a thread of ours. */
    public Registration listen(SpaceId space, Runnable listener) {
        listeners.computeIfAbsent(space, _ -> ConcurrentHashMap.newKeySet()).add(listener);
        return () -> listeners.computeIfPresent(space, (_, of) -> {
            of.remove(listener);
            return of.isEmpty() ? null : of;
        });
    }

    /** Runs the listeners of a space; one that fails does not stop the next. */
    public void tell(SpaceId space) {
        for (Runnable listener : listeners.getOrDefault(space, Set.of())) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.debug("A page did not take a change", e);
            }
        }
    }

    /** Ends a listening. */
    @FunctionalInterface
    public interface Registration {
        void remove();
    }
}
