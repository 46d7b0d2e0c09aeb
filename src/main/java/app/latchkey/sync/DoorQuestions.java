package app.latchkey.sync;

import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What would let one person through the doors of one access group now: by what was last read of both partners, and without asking either. Opens
 * the space's scope by itself.
 */
public interface DoorQuestions {

    /** @return empty when the customer or the group is not known */
    Optional<DoorAnswer> ask(SpaceId space, CustomerId customer, AccessGroupId group);

    /** Every access group one can ask about, by its name. */
    SortedMap<String, AccessGroupId> groups(SpaceId space);
}
