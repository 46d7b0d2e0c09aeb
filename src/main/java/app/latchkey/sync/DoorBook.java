package app.latchkey.sync;

import app.latchkey.entitlement.Because;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.LockId;
import app.latchkey.shared.SpaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which doors a space has, and who gets through them. Opens the space's scope by itself. */
public interface DoorBook {

    /** Those that are not connected first, then by name. */
    List<Door> doors(SpaceId space);

    /**
     * Who could open the door at an instant: by what the runs recorded for the past and now, by what is entitled for the future.
     */
    List<CouldOpen> couldOpen(SpaceId space, LockId door, Instant at);

    /**
     * A lock with the access groups that open it.
     *
     * @param peopleNow those in one of its groups who have a seat, are not blocked and have not expired
     */
    record Door(LockId lock, String name, boolean online, List<String> groups, int peopleNow) {
        public Door {
            groups = List.copyOf(groups);
        }
    }

    /**
     * A person who could, by way of one access group.
     *
     * @param byHand put there by somebody else than Latchkey
     */
    record CouldOpen(String name, Optional<CustomerId> customer, String group, boolean byHand, List<Because> because) {
        public CouldOpen {
            because = List.copyOf(because);
        }
    }
}
