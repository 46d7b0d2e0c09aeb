package app.latchkey.sync.plan;

import app.latchkey.sync.plan.Decision.Change;
import java.util.List;

/**
 * The part of a plan that waits for somebody's yes.
 *
 * @param lines each change with its facts and the match version, sorted; approving means exactly these
 * @param fingerprint SHA-256 over the lines, in hex
 */
public record HeldPlan(List<Change> changes, List<String> lines, String fingerprint) {

    public HeldPlan {
        changes = List.copyOf(changes);
        lines = List.copyOf(lines);
    }
}
