package app.latchkey.sync;

import app.latchkey.shared.SpaceId;
import java.time.Instant;
import java.util.Map;

/** Decisions that somebody put off. Opens the space's scope by itself. */
public interface Postponed {

    /** Those that are not to be shown yet, and until when. */
    Map<String, Instant> now(SpaceId space);

    /** @param decision what tells it from others of the space */
    void until(SpaceId space, String decision, Instant again);
}
