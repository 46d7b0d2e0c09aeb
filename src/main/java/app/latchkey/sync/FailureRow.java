package app.latchkey.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One cause of failure over all spaces.
 *
 * @param whoMustAct SPACE, PARTNER or US
 * @param spaces slugs
 */
public record FailureRow(
        String cause,
        Optional<String> partner,
        String whoMustAct,
        boolean againHelps,
        List<String> spaces,
        int peopleNextHour,
        Instant since,
        String words) {

    public FailureRow {
        spaces = List.copyOf(spaces);
    }
}
