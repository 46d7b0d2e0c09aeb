package app.latchkey.entitlement;

import java.time.Instant;
import java.util.Collection;
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

    /**
     * @param found whatever stands in the way, in any order
     * @param opening what holds the door open when nothing does
     */
    public static Explanation of(Collection<Reason> found, Reason opening) {
        Reason reason = Chain.first(found).orElse(opening);
        return new Explanation(Verdicts.of(reason), reason, Chain.checks(found), Optional.empty(), Optional.empty());
    }

    /** By what was recorded of a verdict that holds already. */
    public static Explanation recorded(DoorState verdict, Reason reason, Collection<Reason> found) {
        return new Explanation(verdict, reason, Chain.checks(found), Optional.empty(), Optional.empty());
    }

    /** The same, with the time in which it holds. */
    public Explanation holding(Optional<Instant> from, Optional<Instant> to) {
        return new Explanation(verdict, reason, checks, from, to);
    }

    /** Why not, or not yet; empty where nothing stands in the way. */
    public Optional<Reason> hindrance() {
        return Optional.of(reason).filter(why -> !(why instanceof Reason.Open || why instanceof Reason.OpenByHand));
    }
}
