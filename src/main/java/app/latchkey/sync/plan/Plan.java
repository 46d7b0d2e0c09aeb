package app.latchkey.sync.plan;

import app.latchkey.sync.plan.Decision.Change;
import app.latchkey.sync.plan.Decision.Grant;
import app.latchkey.sync.plan.Decision.Revoke;
import java.util.List;
import java.util.stream.Stream;

/**
 * The difference between what should be and what is, decided.
 *
 * @param invitations to be sent before the grants that need them
 * @param decisions one per person and group: grants first, soonest due first, removals last
 * @param matchVersion the publication of matches the plan was made with
 */
public record Plan(List<Invite> invitations, List<Decision> decisions, long matchVersion) {

    public Plan {
        invitations = List.copyOf(invitations);
        decisions = List.copyOf(decisions);
    }

    public List<Grant> grants() {
        return only(Grant.class).toList();
    }

    public List<Revoke> revokes() {
        return only(Revoke.class).toList();
    }

    /** What is to be written, in this order. */
    public List<Change> changes() {
        return only(Change.class).toList();
    }

    /** Whether applying it would write nothing. */
    public boolean isQuiet() {
        return invitations.isEmpty() && changes().isEmpty();
    }

    public <T extends Decision> Stream<T> only(Class<T> kind) {
        return decisions.stream().filter(kind::isInstance).map(kind::cast);
    }
}
