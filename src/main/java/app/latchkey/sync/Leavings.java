package app.latchkey.sync;

import app.latchkey.shared.SpaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A space's leaving of Latchkey. Opens the space's scope by itself. */
public interface Leavings {

    /** A group membership that Latchkey made or was asked to look after. */
    record Ours(String name, String group) {}

    /** Whom taking out would reach, by name. */
    List<Ours> ours(SpaceId space);

    /** A tag that Latchkey gave, by its number. */
    record OurTag(String name, String tag) {}

    /** Whose tags taking back would reach. */
    List<OurTag> tags(SpaceId space);

    /** The last one; empty when the space has never left. */
    Optional<Leaving> latest(SpaceId space);

    /**
     * Begins it, and puts it into the audit.
     *
     * @param at when it ends for those whom Latchkey let in; counts for {@link Leaving.Way#END_ON} only
     * @param who leaves, for the audit
     * @return false when the space is leaving already, or is not looked after
     */
    boolean begin(SpaceId space, Leaving.Way way, Instant at, String who);

    /** Stays after all. @return false when it is too late */
    boolean stay(SpaceId space, String who);
}
