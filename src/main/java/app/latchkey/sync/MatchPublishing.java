package app.latchkey.sync;

import app.latchkey.matching.GroupsTaken;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.AccountId;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.SpaceId;
import java.util.Map;
import java.util.Set;

/** Other matches for a space that is already looked after. Opens the space's scope by itself. */
public interface MatchPublishing {

    /** What came of publishing. */
    sealed interface Published {

        record Done(long version) implements Published {}

        /** Something has changed since the preview; nothing was published. */
        record Changed(MatchPreview fresh) implements Published {}

        /** Somebody else has published meanwhile; nothing was. */
        record Elsewhere() implements Published {}
    }

    /** By what was last read of both partners, as if the space were in full mode. */
    MatchPreview preview(SpaceId space, Map<ItemId, Set<AccessGroupId>> matches);

    /**
     * Publishes exactly what was seen. Whoever loses access by it was shown by name, so no rail holds that.
     *
     * @param who publishes, for the audit
     * @throws GroupsTaken when another space has one of the groups; then nothing has changed
     */
    Published publish(
            SpaceId space, Map<ItemId, Set<AccessGroupId>> matches, MatchPreview seen, AccountId by, String who);
}
