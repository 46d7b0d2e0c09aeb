package app.latchkey.sync.plan;

import app.latchkey.entitlement.Reason;
import java.util.List;
import java.util.Objects;

/**
 * Why a door opens for somebody now, or why not.
 *
 * @param reason the first broken link of the chain, or what holds the door open
 * @param checks every link in order
 */
public record Explanation(Verdict verdict, Reason reason, List<Check> checks) {

    /** How a door stands to a person, as pages show it. */
    public enum Verdict {
        OPEN,
        NEXT,
        ON_ITS_WAY,
        WITHHELD,
        CLOSED,
        BY_HAND
    }

    public Explanation {
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(reason, "reason");
        checks = List.copyOf(checks);
    }
}
