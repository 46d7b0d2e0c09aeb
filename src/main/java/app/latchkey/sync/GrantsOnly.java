package app.latchkey.sync;

import app.latchkey.shared.SpaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a space that takes nobody out still means to. Opens the space's scope by itself. */
public interface GrantsOnly {

    /** After so long somebody is asked again. */
    Duration ASK_AFTER = Duration.ofDays(14);

    /** Notices when the mode has begun or ended; to be called now and then. */
    void look(SpaceId space);

    /** Since when nobody has said that it goes on, where that is to be asked. */
    Optional<Instant> unconfirmedSince(SpaceId space);

    /** It goes on, and is asked again after {@link #ASK_AFTER}. */
    void confirm(SpaceId space, String who);
}
