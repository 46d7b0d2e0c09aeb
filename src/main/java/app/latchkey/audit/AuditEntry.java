package app.latchkey.audit;

import java.time.Instant;
import java.util.Map;

/**
 * Something that somebody did at a space.
 *
 * @param number counts from 1 in each space, without a gap
 * @param who an e-mail address, or "Latchkey" for what the service did by itself
 * @param what in a few words, such as "paused changes"
 */
public record AuditEntry(long number, Instant at, String who, String what, Map<String, String> details) {

    public AuditEntry {
        details = Map.copyOf(details);
    }
}
