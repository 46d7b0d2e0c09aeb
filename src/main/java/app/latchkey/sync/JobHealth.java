package app.latchkey.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether the machine itself is alive. */
public record JobHealth(
        boolean serverRunning,
        Optional<Instant> lastTickAt,
        int dueNow,
        Optional<Instant> oldestDueSince,
        Optional<Instant> nextDueAt,
        List<LeaseRow> leases) {

    public JobHealth {
        leases = List.copyOf(leases);
    }

    /** Who serves a space now. */
    public record LeaseRow(String space, String holder, long epoch, Instant expiresAt) {}
}
