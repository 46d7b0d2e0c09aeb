package app.latchkey.sync;

import app.latchkey.shared.SpaceId;
import java.time.Duration;
import java.util.Optional;

/** Whether something stands in the way of a whole space. Opens the space's scope by itself. */
public interface SpaceTroubles {

    /** Only the worst; nothing while the space is being set up. */
    Optional<SpaceTrouble> worst(SpaceId space);

    /** @param within how far ahead access counts that begins */
    Touched touched(SpaceId space, Duration within);

    /** How both partners stand. */
    PartnerStates partners(SpaceId space);
}
