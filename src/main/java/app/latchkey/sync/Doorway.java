package app.latchkey.sync;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.DoorState;
import app.latchkey.entitlement.Reason;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.LockId;
import app.latchkey.shared.Window;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One door of one member, by way of one access group.
 *
 * @param door the lock's name; the group's where the group has no lock
 * @param lock none where the group holds no lock
 * @param window when it opens for the member, if that is known
 * @param because why, all reasons that hold in that window
 * @param reason why not, or not yet
 * @param confirmedAt when Salto last showed the membership
 * @param inSince when we gave Salto the membership; its locks follow a while later
 * @param seenAt when Salto's own word on it, in or not in, was last heard
 */
public record Doorway(
        AccessGroupId group,
        String groupName,
        Optional<LockId> lock,
        String door,
        boolean online,
        DoorState state,
        Optional<Window> window,
        List<Because> because,
        Optional<Reason> reason,
        Optional<Instant> confirmedAt,
        Optional<Instant> inSince,
        Optional<Instant> seenAt) {

    public Doorway {
        because = List.copyOf(because);
    }
}
