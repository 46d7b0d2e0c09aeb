package app.latchkey.sync.plan;

import app.latchkey.shared.AccessGroupId;
import java.util.Map;
import java.util.Set;

/**
 * What the rails weigh a plan against.
 *
 * @param members how many people are in each group of the space now, whoever put them there
 * @param expected removals that the last complete run forecast or that the preview of a published match version showed
 * @param recent unexpected removals already done lately, by group: many small runs count as one large
 * @param suspended suspensions already done lately, by group
 * @param waiting unexpected removals of others that wait, by group: what a pause or a failure has left is one large change, whoever comes first
 * @param recentGrants grants already done lately
 * @param approved what somebody approved, as {@link HeldPlan#lines()}: passes as long as it still reads the same
 */
public record RailFacts(
        Map<AccessGroupId, Integer> members,
        Set<Membership> expected,
        Map<AccessGroupId, Integer> recent,
        Map<AccessGroupId, Integer> suspended,
        Map<AccessGroupId, Integer> waiting,
        int recentGrants,
        Set<String> approved) {

    public RailFacts {
        members = Map.copyOf(members);
        expected = Set.copyOf(expected);
        recent = Map.copyOf(recent);
        suspended = Map.copyOf(suspended);
        waiting = Map.copyOf(waiting);
        approved = Set.copyOf(approved);
    }

    public static RailFacts of(Map<AccessGroupId, Integer> members, Set<Membership> expected) {
        return new RailFacts(members, expected, Map.of(), Map.of(), Map.of(), 0, Set.of());
    }

    public RailFacts withRecent(Map<AccessGroupId, Integer> removals) {
        return new RailFacts(members, expected, removals, suspended, waiting, recentGrants, approved);
    }

    public RailFacts withSuspended(Map<AccessGroupId, Integer> suspensions) {
        return new RailFacts(members, expected, recent, suspensions, waiting, recentGrants, approved);
    }

    public RailFacts withWaiting(Map<AccessGroupId, Integer> removals) {
        return new RailFacts(members, expected, recent, suspended, removals, recentGrants, approved);
    }

    public RailFacts withApproved(Set<String> lines) {
        return new RailFacts(members, expected, recent, suspended, waiting, recentGrants, lines);
    }

    /** As many as there were before what was done lately, so that the share does not shrink with every small run. */
    int memberships() {
        return sum(members) + sum(recent);
    }

    public static int sum(Map<AccessGroupId, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
