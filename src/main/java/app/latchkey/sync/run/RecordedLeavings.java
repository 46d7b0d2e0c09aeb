package app.latchkey.sync.run;

import app.latchkey.audit.Audit;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.space.Spaces;
import app.latchkey.sync.Leaving;
import app.latchkey.sync.Leaving.Way;
import app.latchkey.sync.Leavings;
import app.latchkey.sync.Subject;
import app.latchkey.sync.work.DueWork;
import app.latchkey.sync.work.Kicks;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** An operator's leaving, as it was decided and as far as runs have come with it. */
@Service
class RecordedLeavings implements Leavings {

    private final Scopes scopes;
    private final Spaces spaces;
    private final LeavingRows rows;
    private final DueWork due;
    private final Kicks kicks;
    private final Audit audit;
    private final Clock clock;

    RecordedLeavings(
            Scopes scopes, Spaces spaces, LeavingRows rows, DueWork due, Kicks kicks, Audit audit, Clock clock) {
        this.scopes = scopes;
        this.spaces = spaces;
        this.rows = rows;
        this.due = due;
        this.kicks = kicks;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Ours> ours(SpaceId space) {
        return scopes.inSpace(space, rows::ours);
    }

    @Override
    public List<OurTag> tags(SpaceId space) {
        return scopes.inSpace(space, rows::ourTags);
    }

    @Override
    public Optional<Leaving> latest(SpaceId space) {
        return scopes.inSpace(space, rows::latest);
    }

    @Override
    public boolean begin(SpaceId space, Way way, Instant at, String who) {
        Instant now = clock.instant();
        Instant from = way == Way.END_ON && at.isAfter(now) ? at : now;
        boolean begun = scopes.inSpace(space, () -> {
            boolean first = spaces.get(space).active() && rows.begin(way, from, now);
            if (first) {
                audit.record(space, who, "decided to leave", Map.of("then", words(way), "from", from.toString()));
                due.insist(Subject.leaving(), from, "leaving", now);
            }
            return first;
        });
        kicks.now();
        return begun;
    }

    private static String words(Way way) {
        return switch (way) {
            case KEEP -> "everybody stays and keeps their tags";
            case END_ON, RELEASE -> "everybody whom we let in is taken out, and our tags are taken back";
        };
    }

    @Override
    public boolean stay(SpaceId space, String who) {
        return scopes.inSpace(space, () -> {
            boolean stays = rows.stay();
            if (stays) {
                audit.record(space, who, "decided to stay");
            }
            return stays;
        });
    }
}
