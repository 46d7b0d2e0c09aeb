package app.latchkey.sync.run;

import app.latchkey.entitlement.Reason;
import app.latchkey.salto.AccessGroup;
import app.latchkey.salto.SaltoUser;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why somebody who is in a group cannot open its doors all the same. */
public final class ShutOut {

    private ShutOut() {}

    static Optional<Reason> of(@Nullable SaltoUser user, @Nullable AccessGroup group, boolean seatsLeft, Instant now) {
        if (group != null && !group.hasSchedule()) {
            return Optional.of(new Reason.DoorNotSetUp());
        }
        return Optional.ofNullable(user)
                .flatMap(known -> of(
                        known.blocked(),
                        known.expired(now),
                        known.subscribed(),
                        known.hasProfile() || known.tagNumber().isPresent() || known.usesPin(),
                        seatsLeft));
    }

    /**
     * In whatever groups: by what Salto shows of the person. Salto may show whoever has no way in yet as without a seat, also where seats are left:
     * a seat is not what he lacks.
     *
     * @param expired since when, where that is past
     * @param seatsLeft whether the site has seats that nobody has
     */
    public static Optional<Reason> of(
            boolean blocked, Optional<Instant> expired, boolean seated, boolean hasWayIn, boolean seatsLeft) {
        if (blocked) {
            return Optional.of(new Reason.BlockedInSalto());
        }
        if (expired.isPresent()) {
            return Optional.of(new Reason.ExpiredInSalto(expired.get()));
        }
        if (!seated && (hasWayIn || !seatsLeft)) {
            return Optional.of(new Reason.NoSeat());
        }
        return hasWayIn ? Optional.empty() : Optional.of(new Reason.InvitationOpen(null));
    }
}
