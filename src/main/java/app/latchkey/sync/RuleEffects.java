package app.latchkey.sync;

import app.latchkey.entitlement.NamedItem;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.SpaceRules;
import java.util.List;

/** Whom a change of the rules reaches, asked before it is saved. Opens the space's scope by itself. */
public interface RuleEffects {

    Effect of(SpaceId space, SpaceRules rules);

    /** Rooms whose time around a booking may give way, by name. */
    List<NamedItem> rooms(SpaceId space);

    /**
     * By today's bookings as the runs recorded them.
     *
     * @param people who have a booking that is not over today
     * @param losing of them, who are inside their time now and would not be under the new rules
     * @param colleagues who are in now because somebody of their team holds a contract
     */
    record Effect(int people, int losing, int colleagues) {}
}
