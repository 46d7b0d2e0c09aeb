package app.latchkey.operator;

import app.latchkey.identity.ByOperators;
import app.latchkey.identity.CurrentUser;
import app.latchkey.identity.SignedIn;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.SpaceId;
import app.latchkey.sync.Approval;
import app.latchkey.sync.Decisions;
import app.latchkey.sync.GapQuestion;
import app.latchkey.sync.GapQuestions;
import app.latchkey.sync.GrantsOnly;
import app.latchkey.sync.Leaving;
import app.latchkey.sync.Leavings;
import app.latchkey.sync.MatchPreview;
import app.latchkey.sync.MatchPublishing;
import app.latchkey.sync.MatchPublishing.Published;
import app.latchkey.sync.OpenDecision;
import app.latchkey.sync.Postponed;
import app.latchkey.sync.ReviewAnswer.InGroup;
import app.latchkey.sync.Subject;
import app.latchkey.sync.Sync;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/** What those who run a space ask of the engine, each in their own name. */
@Service
public class RunSpace {

    private final CurrentUser users;
    private final Sync sync;
    private final Decisions decisions;
    private final Postponed postponed;
    private final MatchPublishing publishing;
    private final GrantsOnly grantsOnly;
    private final Leavings leavings;
    private final GapQuestions gaps;

    RunSpace(
            CurrentUser users,
            Sync sync,
            Decisions decisions,
            Postponed postponed,
            MatchPublishing publishing,
            GrantsOnly grantsOnly,
            Leavings leavings,
            GapQuestions gaps) {
        this.users = users;
        this.sync = sync;
        this.decisions = decisions;
        this.postponed = postponed;
        this.publishing = publishing;
        this.grantsOnly = grantsOnly;
        this.leavings = leavings;
        this.gaps = gaps;
    }

    /** Looks again at once. */
    @ByOperators
    public void again(SpaceId space, Subject subject) {
        sync.again(space, subject, Sync.BY_OPERATOR);
    }

    /** Applies exactly what the decision covers, or says why not. */
    @ByOperators
    public Approval approve(SpaceId space, OpenDecision decision) {
        return decisions.approve(
                space, decision.plan(), decision.fingerprint(), users.get().account());
    }

    /** As {@link GapQuestions#answer}. */
    @ByOperators
    public Approval madeUp(SpaceId space, GapQuestion seen, Set<InGroup> ours, Set<InGroup> in) {
        return gaps.answer(space, seen, ours, in, users.get().getName());
    }

    /** @param decision what tells it from others of the space */
    @ByOperators
    public void putOff(SpaceId space, String decision, Instant until) {
        postponed.until(space, decision, until);
    }

    /**
     * Publishes exactly what was seen.
     *
     * @throws app.latchkey.matching.GroupsTaken when another space has one of the groups; then nothing has changed
     */
    @ByOperators
    public Published publish(SpaceId space, Map<ItemId, Set<AccessGroupId>> matches, MatchPreview seen) {
        SignedIn who = users.get();
        return publishing.publish(space, matches, seen, who.account(), who.getName());
    }

    /** Nobody is taken out, as before; asked again after {@link GrantsOnly#ASK_AFTER}. */
    @ByOperators
    public void goOnTakingNobodyOut(SpaceId space) {
        grantsOnly.confirm(space, users.get().getName());
    }

    /** As {@link Leavings#begin}. */
    @ByOperators
    public boolean leave(SpaceId space, Leaving.Way way, Instant at) {
        return leavings.begin(space, way, at, users.get().getName());
    }

    /** Stays after all. @return false when it is too late */
    @ByOperators
    public boolean stay(SpaceId space) {
        return leavings.stay(space, users.get().getName());
    }
}
