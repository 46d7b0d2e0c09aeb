package app.latchkey.nexudus;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the reading of one source went.
 *
 * @param complete whether an absence in it means absence
 * @param rows how many records were understood
 * @param total how many Nexudus counts
 * @param quarantined records that make no sense, set aside: which and why, for the operator
 * @param setAside their ids: what was known of them stays, because nothing says that it has ended
 * @param trouble why it is not complete, for people
 */
public record SourceRead(
        Source source,
        boolean complete,
        int rows,
        int total,
        List<String> quarantined,
        Set<Long> setAside,
        Optional<String> trouble) {

    public SourceRead {
        quarantined = List.copyOf(quarantined);
        setAside = Set.copyOf(setAside);
    }

    /** The same, of which an absence says nothing. */
    public SourceRead notWhole(String words) {
        return new SourceRead(source, false, rows, total, quarantined, setAside, Optional.of(words));
    }
}
