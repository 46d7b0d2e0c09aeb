package app.latchkey.sync.run;

import app.latchkey.shared.SpaceId;
import app.latchkey.space.Gaps;
import app.latchkey.space.Scopes;
import app.latchkey.space.Spaces;
import app.latchkey.sync.Subject;
import app.latchkey.sync.work.DueWork;
import app.latchkey.sync.work.Lease;
import app.latchkey.sync.work.Leases;
import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Notices, before anything of a space is served, that nobody has looked after it for long. A database that was set back to an older copy
 * looks just the same. Outside any scope.
 */
@Component
class GapWatch {

    private final Scopes scopes;
    private final Spaces spaces;
    private final Gaps gaps;
    private final GapLines lines;
    private final Leases leases;
    private final DueWork due;
    private final String restored;
    private final Clock clock;

    /** @param restored what whoever has restored an older copy calls it; empty when nobody has */
    GapWatch(
            Scopes scopes,
            Spaces spaces,
            Gaps gaps,
            GapLines lines,
            Leases leases,
            DueWork due,
            @Value("${latchkey.restored:}") String restored,
            Clock clock) {
        this.scopes = scopes;
        this.spaces = spaces;
        this.gaps = gaps;
        this.lines = lines;
        this.leases = leases;
        this.due = due;
        this.restored = restored.strip();
        this.clock = clock;
    }

    void look(SpaceId space, Lease lease) {
        if (lease.afterSilence() || !restored.isEmpty()) {
            scopes.inSpace(space, () -> notice(space, lease));
        }
    }

    private void notice(SpaceId space, Lease lease) {
        leases.requireHeld(lease);
        boolean told = !restored.isEmpty() && gaps.isNewlyRestored(space, restored);
        if (!told && !lease.afterSilence()) {
            return;
        }
        if (spaces.get(space).active()) {
            lines.lastRun().ifPresent(since -> open(space, since));
        }
        leases.noticed(space);
        lease.noticed();
    }

    private void open(SpaceId space, Instant since) {
        Instant now = clock.instant();
        lines.clear();
        gaps.open(space, since);
        due.insist(Subject.wholeSpace(), now, "gap", now);
    }
}
