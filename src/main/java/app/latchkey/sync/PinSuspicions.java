package app.latchkey.sync;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import java.util.Optional;

/** Where two people may have one PIN. Opens the space's scope by itself. */
public interface PinSuspicions {

    /** The latest that this customer is named in, of those after which no new PIN was made for them. */
    Optional<PinSuspicion> of(SpaceId space, CustomerId customer);
}
