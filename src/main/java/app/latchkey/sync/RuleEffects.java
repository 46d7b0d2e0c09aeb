package app.latchkey.sync;

import app.latchkey.shared.SpaceId;
import app.latchkey.space.SpaceRules;

/** Whom a change of the rules reaches, asked before it is saved. Opens the space's scope by itself. */
public interface RuleEffects {

    Effect of(SpaceId space, SpaceRules rules);

    /**
     * By today's bookings as the runs recorded them.
     *
     * @param people who have a booking that is not over today
     * @param losing of them, who are inside their time now and would not be under the new rules
     */
    record Effect(int people, int losing) {}
}
