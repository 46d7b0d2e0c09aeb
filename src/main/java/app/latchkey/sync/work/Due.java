package app.latchkey.sync.work;

import app.latchkey.shared.SpaceId;
import app.latchkey.sync.Subject;
import java.util.List;

/**
 * One row of due work as it was claimed.
 *
 * @param version grows with everything that happens to the row: work is done only if nothing came in meanwhile
 */
public record Due(SpaceId space, Subject subject, long version, int attempts, List<String> causes) {

    public Due {
        causes = List.copyOf(causes);
    }
}
