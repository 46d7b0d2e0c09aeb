package app.latchkey.sync;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.LockId;
import app.latchkey.shared.SpaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happened at a space's doors, newest first. Opens the space's scope by itself. */
public interface DoorLog {

    List<Event> atDoor(SpaceId space, LockId door, int most);

    List<Event> of(SpaceId space, CustomerId customer, int most);

    /** Only what somebody should look at. */
    List<Event> strange(SpaceId space, Instant since, int most);

    /** How many there are of what {@link #strange} lists. */
    int countStrange(SpaceId space, Instant since);

    /** Whether Salto lets the connected account know; empty as long as it was never asked. */
    Optional<Boolean> readable(SpaceId space);

    /**
     * Somebody at a door.
     *
     * @param who a placeholder when nobody is known, such as for a PIN that nobody has
     * @param lock empty when Salto did not say which door it was
     * @param salto why it was refused, or else by what it was opened, in Salto's words
     */
    record Event(
            Instant at,
            What what,
            String door,
            Optional<LockId> lock,
            String who,
            Optional<CustomerId> customer,
            Optional<String> salto) {}

    /** What happened, held against who was in which access group then. */
    enum What {
        OPENED,
        REFUSED,
        OPENED_WITHOUT_REASON,
        REFUSED_WITH_REASON,
        OTHER
    }
}
