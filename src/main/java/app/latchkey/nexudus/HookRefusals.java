package app.latchkey.nexudus;

import app.latchkey.shared.SpaceId;
import java.util.Optional;

/** Which calls to webhooks were refused: our own test call comes in also where all of Nexudus's are. Opens the space's scope by itself. */
@FunctionalInterface
public interface HookRefusals {

    /** Those of the last seven days, unless Nexudus has been understood since. */
    Optional<RefusedCalls> lately(SpaceId space);
}
