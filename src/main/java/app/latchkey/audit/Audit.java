package app.latchkey.audit;

import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * The record of who did what, one chain per space. Entries are only ever added: the application's login may neither change nor delete
 * them, and each carries a keyed fingerprint over itself and the entry before it.
 */
@Service
public class Audit {

    private final Scopes scopes;
    private final AuditEntries entries;
    private final AuditChain chain;
    private final Clock clock;

    Audit(Scopes scopes, AuditEntries entries, AuditChain chain, Clock clock) {
        this.scopes = scopes;
        this.entries = entries;
        this.chain = chain;
        this.clock = clock;
    }

    public void record(SpaceId space, String who, String what) {
        record(space, who, what, Map.of());
    }

    /** Joins the caller's transaction in the space's scope, so that the entry stands exactly when the deed does. */
    public void record(SpaceId space, String who, String what, Map<String, String> details) {
        scopes.inSpace(space, () -> append(space, who, what, details));
    }

    /** Newest first, at most {@code limit}. */
    public List<AuditEntry> latest(SpaceId space, int limit) {
        return scopes.inSpace(space, () -> entries.latest(space, limit));
    }

    public ChainCheck verify(SpaceId space) {
        return scopes.inSpace(space, () -> chain.verify(space, entries.oldestFirst(space)));
    }

    private void append(SpaceId space, String who, String what, Map<String, String> details) {
        entries.oneAtATime(space);
        Optional<SealedEntry> last = entries.last(space);
        long number = last.map(kept -> kept.entry().number()).orElse(0L) + 1;
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        AuditEntry entry = new AuditEntry(number, at, who, what, details);
        entries.add(space, chain.sealed(space, last, entry));
    }
}
