package app.latchkey.sync.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * That somebody was in an access group.
 *
 * @param from when we put him there; or, of somebody put there by another hand, when that was first seen
 * @param until empty while he still is
 * @param scheduled when the group was given its first time schedule; empty where that was long ago
 */
public record Stay(Instant from, Optional<Instant> until, boolean byHand, Optional<Instant> scheduled) {

    /** What another hand did is seen at the next reading of Salto's groups. */
    private static final Duration UNSEEN = Duration.ofMinutes(15);

    /** Whether the lock may have known him at that instant, give or take the time that a change takes to reach it. */
    boolean mayOpen(Instant at) {
        Instant first = byHand ? from.minus(UNSEEN) : from;
        return !at.isBefore(first)
                && until.filter(end -> !at.isBefore(end.plus(DoorFinding.TO_THE_LOCK)))
                        .isEmpty();
    }

    /** Whether the lock must have known him at that instant. */
    boolean mustOpen(Instant at) {
        return !at.isBefore(from.plus(DoorFinding.TO_THE_LOCK))
                && scheduled
                        .filter(set -> at.isBefore(set.plus(DoorFinding.SCHEDULE_TO_THE_LOCK)))
                        .isEmpty()
                && until.filter(end -> !at.isBefore(end)).isEmpty();
    }
}
