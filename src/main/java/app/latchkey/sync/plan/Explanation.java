package app.latchkey.sync.plan;

import app.latchkey.entitlement.Reason;
import app.latchkey.sync.DoorState;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a door opens for somebody now, or why not; and since when and until when that is so.
 *
 * @param reason the first broken link of the chain, or what holds the door open
 * @param checks every link in order
 * @param since the instant from which the verdict holds; absent where nothing tells it
 * @param until the instant at which it changes by itself, when nothing but time goes on; absent where it does not, or waits for a run or
 *     for somebody
 */
public record Explanation(
        DoorState verdict, Reason reason, List<Check> checks, Optional<Instant> since, Optional<Instant> until) {

    public Explanation {
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(until, "until");
        checks = List.copyOf(checks);
    }

    /** The same, with the time in which it holds. */
    Explanation holding(Optional<Instant> from, Optional<Instant> to) {
        return new Explanation(verdict, reason, checks, from, to);
    }
}
