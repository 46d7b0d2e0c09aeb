package app.latchkey.sync.plan;

import app.latchkey.shared.AccessGroupId;
import app.latchkey.sync.plan.Decision.Change;
import app.latchkey.sync.plan.Decision.Grant;
import app.latchkey.sync.plan.Decision.Hold;
import app.latchkey.sync.plan.Decision.Revoke;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Stops a plan that would change more at once than anybody expects. What is held waits for somebody's yes; expected removals and whatever
 * stays below the limits go on. Nothing is ever partly held by chance: above a limit, all unexpected changes of that kind are.
 */
public final class Rails {

    private final Plan plan;
    private final RailLimits limits;
    private final RailFacts facts;

    private Rails(Plan plan, RailLimits limits, RailFacts facts) {
        this.plan = plan;
        this.limits = limits;
        this.facts = facts;
    }

    public static RailedPlan check(Plan plan, RailLimits limits, RailFacts facts) {
        return new Rails(plan, limits, facts).check();
    }

    private RailedPlan check() {
        Set<Change> held = new HashSet<>(heldGrants());
        held.addAll(heldRemovals());
        if (held.isEmpty()) {
            return new RailedPlan(plan, null);
        }
        List<Change> inOrder = plan.changes().stream().filter(held::contains).toList();
        return new RailedPlan(without(held), HeldPlan.of(inOrder, plan.matchVersion()));
    }

    private List<Grant> heldGrants() {
        List<Grant> grants =
                plan.grants().stream().filter(grant -> !isApproved(grant)).toList();
        boolean tooMany = grants.size() + facts.recentGrants() > limits.grantsAllowed(facts.memberships());
        return tooMany ? grants : List.of();
    }

    private List<Revoke> heldRemovals() {
        Map<AccessGroupId, List<Revoke>> unexpected = unexpectedByGroup();
        int total = unexpected.values().stream().mapToInt(List::size).sum()
                + RailFacts.sum(facts.recent())
                + RailFacts.sum(facts.waiting());
        boolean spaceTrips = total > limits.removalsAllowed(facts.memberships());
        return unexpected.entrySet().stream()
                .filter(group -> spaceTrips || groupTrips(group))
                .flatMap(group -> group.getValue().stream())
                .toList();
    }

    /** A group stays as large as it was before the few who were suspended: or else those few would take it out of the limit's reach. */
    private boolean groupTrips(Entry<AccessGroupId, List<Revoke>> group) {
        int left = facts.recent().getOrDefault(group.getKey(), 0);
        int few = Math.min(facts.suspended().getOrDefault(group.getKey(), 0), limits.suspensionsPerGroup());
        int members = facts.members().getOrDefault(group.getKey(), 0) + left;
        int leaving = group.getValue().size() + left + facts.waiting().getOrDefault(group.getKey(), 0);
        return members + few >= limits.groupSize() && leaving > members * limits.groupShare();
    }

    private Map<AccessGroupId, List<Revoke>> unexpectedByGroup() {
        Map<AccessGroupId, Integer> suspensions = new HashMap<>(facts.suspended());
        return plan.revokes().stream()
                .filter(revoke -> !facts.expected().contains(Forecast.membership(revoke)))
                .filter(revoke -> !isApproved(revoke))
                .filter(revoke -> !isOneOfFewSuspensions(revoke, suspensions))
                .collect(Collectors.groupingBy(Revoke::group));
    }

    /** Suspending somebody is meant to work at once; suspending many may be an accident. */
    private boolean isOneOfFewSuspensions(Revoke revoke, Map<AccessGroupId, Integer> suspensions) {
        return revoke.isSuspension()
                && suspensions.merge(revoke.group(), 1, Integer::sum) <= limits.suspensionsPerGroup();
    }

    private boolean isApproved(Change change) {
        return facts.approved().contains(HeldPlan.line(change, plan.matchVersion()));
    }

    private Plan without(Set<Change> held) {
        return plan.replacing(decision -> decision instanceof Change change && held.contains(change)
                ? new Hold(change, HoldReason.RAILS)
                : decision);
    }
}
