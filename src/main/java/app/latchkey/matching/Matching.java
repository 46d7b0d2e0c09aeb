package app.latchkey.matching;

import app.latchkey.entitlement.Matches;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.AccountId;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scope;
import app.latchkey.space.Scopes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;

/** Which items earn which access groups: what holds now, what is being chosen, and whose group is whose. */
@Service
public class Matching {

    private final Scopes scopes;
    private final MatchVersions versions;
    private final DecidedMatches decided;
    private final MatchDrafts drafts;
    private final GroupClaims claims;
    private final AgreedGroups agreed;
    private final Clock clock;

    Matching(
            Scopes scopes,
            MatchVersions versions,
            DecidedMatches decided,
            MatchDrafts drafts,
            GroupClaims claims,
            AgreedGroups agreed,
            Clock clock) {
        this.scopes = scopes;
        this.versions = versions;
        this.decided = decided;
        this.drafts = drafts;
        this.claims = claims;
        this.agreed = agreed;
        this.clock = clock;
    }

    /**
     * The published version that holds now; version 0 without matches before the first. Where Nexudus decides, the groups that it has named.
     */
    public Matches current(SpaceId space) {
        return scopes.call(Scope.space(space), () -> decided.of(space).orElseGet(() -> versions.current(space)));
    }

    /** These belong to the space from now on, as far as no other space has them; those that it has already stay its own. */
    public void claim(SpaceId space, Set<AccessGroupId> groups) {
        scopes.run(Scope.space(space), () -> claims.add(space, groups, clock.instant()));
    }

    /**
     * Makes these the matches of the space and drops the draft. Groups that no match uses any more are free for other spaces.
     *
     * @return the new version
     * @throws GroupsTaken when another space has one of the groups; then nothing has changed
     */
    public long publish(SpaceId space, Map<ItemId, Set<AccessGroupId>> matches, AccountId by) {
        Set<AccessGroupId> groups = new TreeSet<>();
        matches.values().forEach(groups::addAll);
        return scopes.call(Scope.space(space), () -> {
            versions.oneAtATime(space);
            claims.claim(space, groups, clock.instant());
            drafts.clear(space);
            return versions.add(space, matches, by, clock.instant());
        });
    }

    /** Groups that other spaces have, and which. Name a space only to its own operator. */
    public Map<AccessGroupId, SpaceId> claimedElsewhere(SpaceId space, Set<AccessGroupId> groups) {
        return scopes.call(Scope.system(), () -> claims.ofOthers(space, groups));
    }

    /** What has been chosen and not published. An item with no groups was deliberately left unmatched. */
    public Map<ItemId, Set<AccessGroupId>> draft(SpaceId space) {
        return scopes.call(Scope.space(space), () -> drafts.of(space));
    }

    public void choose(SpaceId space, ItemId item, Set<AccessGroupId> groups) {
        scopes.run(Scope.space(space), () -> drafts.put(space, item, groups, clock.instant()));
    }

    /** Takes a choice back: what is published holds for the item. */
    public void unchoose(SpaceId space, ItemId item) {
        scopes.run(Scope.space(space), () -> drafts.drop(space, item));
    }

    public void discard(SpaceId space) {
        scopes.run(Scope.space(space), () -> drafts.clear(space));
    }

    /** What was published, newest first. */
    public List<MatchVersion> versions(SpaceId space, int limit) {
        return scopes.call(Scope.space(space), () -> versions.all(space, limit));
    }

    /** Matched groups that Salto now calls or schedules otherwise than when somebody of the space last agreed to them. */
    public Map<AccessGroupId, MatchFlag> changedGroups(SpaceId space) {
        return scopes.call(Scope.space(space), () -> agreed.changed(space));
    }

    /** From now on the group is right as Salto has it. */
    public void agree(SpaceId space, AccessGroupId group) {
        scopes.run(Scope.space(space), () -> agreed.agree(space, group));
    }
}
