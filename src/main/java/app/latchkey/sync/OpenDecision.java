package app.latchkey.sync;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A plan that waits for somebody's yes.
 *
 * @param heldSince since when something has been waiting, however the facts behind it have changed meanwhile
 * @param lines by name what would be done
 * @param fingerprint what an approval confirms
 */
public record OpenDecision(
        UUID plan, String fingerprint, Instant heldSince, int grants, int removals, List<Line> lines) {

    public OpenDecision {
        lines = List.copyOf(lines);
    }

    public record Line(String name, String group, boolean grant) {}
}
