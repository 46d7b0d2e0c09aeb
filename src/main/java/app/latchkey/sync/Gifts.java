package app.latchkey.sync;

import app.latchkey.entitlement.Gift;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Access given by name, with an end. Opens the space's scope by itself. */
public interface Gifts {

    /** What lasts longer is a pass or a contract. */
    Duration LONGEST = Duration.ofDays(31);

    /**
     * An access group that can be given, because something is matched to it.
     *
     * @param doors names of its doors
     */
    record Choice(AccessGroupId group, String name, List<String> doors) {
        public Choice {
            doors = List.copyOf(doors);
        }
    }

    /** By name. */
    List<Choice> choices(SpaceId space);

    /**
     * Gives it, puts it into the audit, and has the customer looked at at once.
     *
     * @param who gives it, for the audit
     * @throws IllegalArgumentException when it lasts longer than {@link #LONGEST}
     */
    void give(SpaceId space, Gift gift, String who);

    /** Ends it now. @return false when it was over or taken back already */
    boolean takeBack(SpaceId space, UUID gift, String who);

    /** What still counts, the first to end first. */
    List<GiftRow> of(SpaceId space, CustomerId customer);
}
