package app.latchkey.sync.plan;

import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.PlatformUserId;
import java.util.Set;

/**
 * What Salto shows.
 *
 * @param memberships who is in which group, of the groups and people in scope
 * @param untouchable site admins, the owner, and the user we sign in with
 * @param goneGroups groups we knew that Salto no longer has
 * @param takenOutByHand memberships that somebody ended again after we had put them back: asked, not fought
 */
public record Observed(
        Set<Membership> memberships,
        Set<PlatformUserId> untouchable,
        Set<AccessGroupId> goneGroups,
        Set<Membership> takenOutByHand) {

    public Observed {
        memberships = Set.copyOf(memberships);
        untouchable = Set.copyOf(untouchable);
        goneGroups = Set.copyOf(goneGroups);
        takenOutByHand = Set.copyOf(takenOutByHand);
    }

    public static Observed of(Set<Membership> memberships) {
        return new Observed(memberships, Set.of(), Set.of(), Set.of());
    }
}
