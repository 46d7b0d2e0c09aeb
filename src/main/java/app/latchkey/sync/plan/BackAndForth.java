package app.latchkey.sync.plan;

import app.latchkey.entitlement.Because;
import app.latchkey.sync.plan.Decision.Grant;
import app.latchkey.sync.plan.Decision.Withhold;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Stops fighting over a membership that ends again and again although nothing new was bought: somebody else writes it too. It stops at the
 * grant, so that nobody stays in because of it.
 *
 * @param lately of each membership the reasons of each time it was granted within the last day
 * @param stopped memberships about which somebody is asked, with what they were granted for: something else lets in all the same
 * @param most how often the same may be granted within a day
 */
public record BackAndForth(
        Map<Membership, List<List<Because>>> lately, Map<Membership, List<Because>> stopped, int most) {

    public BackAndForth {
        lately = Map.copyOf(lately);
        stopped = Map.copyOf(stopped);
    }

    public Plan stop(Plan plan) {
        return plan.replacing(decision -> decision instanceof Grant grant && isOver(grant)
                ? new Withhold(grant.subject(), grant.group(), WithheldReason.BACK_AND_FORTH, grant.because())
                : decision);
    }

    private boolean isOver(Grant grant) {
        if (!(grant.subject() instanceof Subject.SaltoUser known)) {
            return false;
        }
        Membership membership = new Membership(known.user(), grant.group());
        Set<Object> facts = facts(grant.because());
        return facts(stopped.getOrDefault(membership, List.of())).containsAll(facts)
                || granted(membership, facts) >= most;
    }

    private long granted(Membership membership, Set<Object> facts) {
        return lately.getOrDefault(membership, List.of()).stream()
                .map(BackAndForth::facts)
                .filter(earlier -> earlier.stream().anyMatch(facts::contains))
                .count();
    }

    /** A purchase stays the same when its hours change. */
    private static Set<Object> facts(Collection<Because> because) {
        return because.stream()
                .map(each -> each.purchase().<Object>map(key -> key).orElse(each))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
