package app.latchkey.sync;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.DoorState;
import app.latchkey.entitlement.Explanation;
import app.latchkey.entitlement.Reason;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.Window;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Should-be and is of one person in one access group.
 *
 * @param explanation how it stands, why, since when and until when
 * @param wanted windows in which the customer belongs in it
 * @param in whether Salto shows the membership
 * @param ours whether we put the person there or were asked to look after it
 * @param confirmedAt when Salto last showed it
 */
public record GroupStanding(
        AccessGroupId group,
        String name,
        Explanation explanation,
        List<Window> wanted,
        List<Because> because,
        boolean in,
        boolean ours,
        Optional<Long> sinceRun,
        Optional<Instant> confirmedAt) {

    public GroupStanding {
        wanted = List.copyOf(wanted);
        because = List.copyOf(because);
    }

    public DoorState state() {
        return explanation.verdict();
    }

    /** Why not, or not yet; empty where nothing stands in the way. */
    public Optional<Reason> reason() {
        return explanation.hindrance();
    }
}
