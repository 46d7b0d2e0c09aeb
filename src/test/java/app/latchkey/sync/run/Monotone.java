package app.latchkey.sync.run;

import app.latchkey.entitlement.Entitlement;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.sync.plan.Plan;
import app.latchkey.sync.plan.PlanInput;
import app.latchkey.sync.plan.Planner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Nobody is let in for having less: asked of every plan that is made in a story. */
final class Monotone {

    private record LetIn(Object who, AccessGroupId group) {}

    private Monotone() {}

    /**
     * The same input, once it is known that its plan lets nobody in whom it would not let in with one entitlement more. Which one
     * is left out differs from one moment to the next.
     *
     * @throws IllegalStateException where it does
     */
    static PlanInput required(PlanInput input) {
        if (!input.entitlements().isEmpty()) {
            int left = Math.floorMod(
                    input.now().getEpochSecond(), input.entitlements().size());
            Set<LetIn> more = new HashSet<>(letIn(Planner.plan(without(input, left))));
            more.removeAll(letIn(Planner.plan(input)));
            if (!more.isEmpty()) {
                throw new IllegalStateException(
                        "Without " + input.entitlements().get(left) + " a plan also lets in " + more);
            }
        }
        return input;
    }

    private static Set<LetIn> letIn(Plan plan) {
        return plan.grants().stream()
                .map(grant -> new LetIn(grant.subject(), grant.group()))
                .collect(Collectors.toSet());
    }

    private static PlanInput without(PlanInput input, int left) {
        List<Entitlement> fewer = new ArrayList<>(input.entitlements());
        fewer.remove(left);
        return new PlanInput(
                input.people(),
                fewer,
                input.observed(),
                input.ledger(),
                input.matches(),
                input.reading(),
                input.conduct(),
                input.now());
    }
}
