package app.latchkey.nexudus;

import app.latchkey.shared.SpaceId;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether Nexudus, where it decides, has stopped to speak of anybody. It cannot be asked, and nothing is concluded from its silence: everybody keeps
 * what was said of them last. A space that was never spoken to is still in its set-up. Opens the space's scope by itself.
 */
@FunctionalInterface
public interface PushSilence {

    /** When Nexudus spoke last, where that is longer ago than the deployment finds ordinary; at a weekend any silence is. */
    Optional<Instant> since(SpaceId space);
}
