package app.latchkey.sync.work;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Extends this node's leases while they are used. */
@Component
class Heartbeats {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeats.class);
    private static final int BEATS_A_LEASE = 3;

    private final Leases leases;
    private final Set<Lease> kept = ConcurrentHashMap.newKeySet();

    Heartbeats(Leases leases, NodeTimer timer) {
        this.leases = leases;
        timer.every(leases.length().toMillis() / BEATS_A_LEASE, this::beat);
    }

    AutoCloseable keep(Lease lease) {
        kept.add(lease);
        return () -> kept.remove(lease);
    }

    private void beat() {
        for (Lease lease : kept) {
            try {
                leases.extend(lease);
            } catch (RuntimeException e) {
                // The lease ends by itself when the database stays away.
                LOG.warn("The lease of space {} could not be extended", lease.space(), e);
            }
        }
    }
}
