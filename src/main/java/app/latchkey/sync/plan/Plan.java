package app.latchkey.sync.plan;

import app.latchkey.sync.plan.Decision.Change;
import app.latchkey.sync.plan.Decision.Grant;
import app.latchkey.sync.plan.Decision.Keep;
import app.latchkey.sync.plan.Decision.Revoke;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The difference between what should be and what is, decided: one decision per person and group.
 *
 * @param invitations to be sent before the grants that need them
 * @param kept what is plainly in step, by far the most where all is well: a decision is made when it is read, so ask for what differs where that
 *     is enough
 * @param others everything else: grants first, soonest due first, removals last
 * @param matchVersion the publication of matches the plan was made with
 */
public record Plan(List<Invite> invitations, List<Keep> kept, List<Decision> others, long matchVersion) {

    public Plan {
        invitations = List.copyOf(invitations);
        // A copy would make every decision.
        kept = kept instanceof Kept ? kept : List.copyOf(kept);
        others = List.copyOf(others);
    }

    public Plan(List<Invite> invitations, List<Decision> decisions, long matchVersion) {
        this(invitations, List.of(), decisions, matchVersion);
    }

    /** All of them: what is plainly kept, then the others in their order. */
    public List<Decision> decisions() {
        return Stream.concat(kept.stream(), others.stream()).toList();
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
        Stream<? extends Decision> among =
                kind.isAssignableFrom(Keep.class) ? Stream.concat(kept.stream(), others.stream()) : others.stream();
        return among.filter(kind::isInstance).map(kind::cast);
    }

    /** The same with another decision wherever {@code instead} makes another; what is kept stays so. */
    Plan replacing(UnaryOperator<Decision> instead) {
        List<Decision> replaced = others.stream().map(instead).toList();
        return new Plan(Invite.before(replaced), kept, replaced, matchVersion);
    }
}
