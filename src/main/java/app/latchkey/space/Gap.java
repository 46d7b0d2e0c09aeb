package app.latchkey.space;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time of which nothing is known: nobody looked after the space, or the database was set back to an older copy of itself, which looks the
 * same. Nothing is written until Salto has been compared with the ledger.
 *
 * @param since when the last run that is known ended
 * @param askedAt since when an operator is asked about what differs, null before the comparison
 */
public record Gap(Instant since, @Nullable Instant askedAt) {

    public boolean asked() {
        return askedAt != null;
    }
}
