package app.latchkey.sync;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import java.util.List;

/** A member's doors. Opens the space's scope by itself. */
public interface Doorways {

    /** Likeliest first: open, on its way, next, withheld, ended a short while ago. */
    List<Doorway> of(SpaceId space, CustomerId customer);
}
