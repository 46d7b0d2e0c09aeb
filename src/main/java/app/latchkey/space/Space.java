package app.latchkey.space;

import app.latchkey.shared.SpaceId;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A tenant: one Nexudus location and its Salto doors.
 *
 * @param slug its name in addresses, unique in the service and never changed
 * @param setup the step of its set-up that is to be done next
 * @param pausedAt when its operator paused it, null while it is not paused
 */
public record Space(
        SpaceId id,
        String slug,
        String name,
        ZoneId zone,
        SetupStep setup,
        Mode mode,
        @Nullable Instant pausedAt,
        SpaceRules rules,
        Passport passport,
        ContactDetails contact) {

    public boolean paused() {
        return pausedAt != null;
    }

    /** Whether its set-up is done, so that Latchkey looks after its doors. */
    public boolean active() {
        return setup == SetupStep.DONE;
    }

    /** Whether a run may write to Salto now. */
    public boolean mayWrite() {
        return active() && !paused() && mode != Mode.WATCH;
    }
}
