package app.latchkey.sync.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What happened at a door, held against who was in which access group at that instant. */
public enum DoorFinding {
    /** It opened for somebody who was in a group, or refused somebody who was in none. */
    EXPLAINED,
    /** It opened for somebody who was in no group of the door: an old key at a lock that was offline, or a way in that we do not know. */
    OPENED_WITHOUT_REASON,
    /** It refused somebody who was in a group of the door: no seat, no way in, hours that are over, or a lock that was not told. */
    REFUSED_WITH_REASON,
    /** Nobody is known to have been there, or an administrator, who opens from afar, or somebody by way of a group of another space or of none. */
    NOT_OURS_TO_SAY;

    /** A change of a group is at a connected lock by then. Salto promises no time; a minute is usual. */
    static final Duration TO_THE_LOCK = Duration.ofMinutes(2);

    /** The same of a group's new time schedule, for which three and a half minutes were measured. */
    static final Duration SCHEDULE_TO_THE_LOCK = Duration.ofMinutes(4);

    /**
     * @param stays of the person, in groups that open the door; empty also when nobody is known
     * @param ours whether only this space's groups can have opened the door for the person
     */
    public static DoorFinding opened(Instant at, List<Stay> stays, boolean ours) {
        if (stays.stream().anyMatch(stay -> stay.mayOpen(at))) {
            return EXPLAINED;
        }
        return ours ? OPENED_WITHOUT_REASON : NOT_OURS_TO_SAY;
    }

    /** @param stays as in {@link #opened} */
    public static DoorFinding refused(Instant at, List<Stay> stays) {
        return stays.stream().anyMatch(stay -> stay.mustOpen(at)) ? REFUSED_WITH_REASON : EXPLAINED;
    }

    /** Whether somebody should look at it. */
    public boolean strange() {
        return this == OPENED_WITHOUT_REASON || this == REFUSED_WITH_REASON;
    }
}
