package app.latchkey.sync.plan;

import java.util.List;

/** Decides what to do about every person and group in scope. */
public final class Planner {

    private Planner() {}

    public static Plan plan(PlanInput input) {
        return new Plan(List.of(), List.of(), input.matches().version());
    }
}
