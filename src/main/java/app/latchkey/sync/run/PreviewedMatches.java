package app.latchkey.sync.run;

import app.latchkey.audit.Audit;
import app.latchkey.entitlement.Matches;
import app.latchkey.matching.Matching;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.AccountId;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.MatchPreview;
import app.latchkey.sync.MatchPublishing;
import app.latchkey.sync.Subject;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.work.DueWork;
import app.latchkey.sync.work.Kicks;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Plans with the matches as they are and as they would be; the difference is the preview. */
@Service
class PreviewedMatches implements MatchPublishing {

    private final Scopes scopes;
    private final Reviewing reviewing;
    private final Matching matching;
    private final RailHistory rails;
    private final DueWork due;
    private final Kicks kicks;
    private final Audit audit;
    private final Clock clock;

    PreviewedMatches(
            Scopes scopes,
            Reviewing reviewing,
            Matching matching,
            RailHistory rails,
            DueWork due,
            Kicks kicks,
            Audit audit,
            Clock clock) {
        this.scopes = scopes;
        this.reviewing = reviewing;
        this.matching = matching;
        this.rails = rails;
        this.due = due;
        this.kicks = kicks;
        this.audit = audit;
        this.clock = clock;
    }

    private record Compared(MatchPreview preview, Set<Membership> removals) {}

    @Override
    public MatchPreview preview(SpaceId space, Map<ItemId, Set<AccessGroupId>> matches) {
        return scopes.inSpace(
                space, () -> compare(space, matches, clock.instant()).preview());
    }

    @Override
    public Published publish(
            SpaceId space, Map<ItemId, Set<AccessGroupId>> matches, MatchPreview seen, AccountId by, String who) {
        Published published = scopes.inSpace(space, () -> decide(space, matches, seen, by, who));
        kicks.now();
        return published;
    }

    private Published decide(
            SpaceId space, Map<ItemId, Set<AccessGroupId>> matches, MatchPreview seen, AccountId by, String who) {
        Instant now = clock.instant();
        Compared fresh = compare(space, matches, now);
        if (fresh.preview().version() != seen.version()) {
            return new Published.Elsewhere();
        }
        if (!fresh.preview().equals(seen)) {
            return new Published.Changed(fresh.preview());
        }
        long version = matching.publish(space, matches, by);
        rails.previewed(fresh.removals(), now);
        audit.record(
                space,
                who,
                "published matches",
                Map.of(
                        "version", String.valueOf(version),
                        "gain", String.valueOf(seen.gains().size()),
                        "lose", String.valueOf(seen.losses().size())));
        due.insist(Subject.wholeSpace(), now, "matches were published", now);
        return new Published.Done(version);
    }

    private Compared compare(SpaceId space, Map<ItemId, Set<AccessGroupId>> wanted, Instant now) {
        Matches current = matching.current(space);
        Evaluation before = reviewing.evaluate(space, current, now);
        Evaluation after = reviewing.evaluate(space, new Matches(current.version() + 1, wanted), now);
        Difference difference = Difference.between(before, after, now);
        MatchPreview preview =
                new MatchPreview(current.version(), difference.gains(), difference.losses(), difference.running());
        return new Compared(preview, difference.removals());
    }
}
