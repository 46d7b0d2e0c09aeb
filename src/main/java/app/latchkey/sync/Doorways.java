package app.latchkey.sync;

import app.latchkey.entitlement.Reason;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import java.time.Instant;
import java.util.List;

/** A member's doors. Opens the space's scope by itself. */
public interface Doorways {

    /** Likeliest first: open, on its way, next, withheld, ended a short while ago. */
    List<Doorway> of(SpaceId space, CustomerId customer);

    /** What is true of all doors of the space at once: a silent partner, a pause. Empty when all is well. */
    List<Reason> troubles(SpaceId space);

    /** How far the look has come that was asked for at {@code asked} with {@link Sync#atTheDoor}. */
    Recheck recheck(SpaceId space, CustomerId customer, Instant asked);
}
