package app.latchkey.nexudus;

import app.latchkey.shared.CustomerId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Who may have changed since an earlier reading. What was deleted never shows here: only a full read tells.
 *
 * @param startedAt give it to the next reading when this one was {@link #whole}
 * @param customers to be read one by one
 * @param doubtful records that name nobody, so that somebody unknown may have changed
 * @param troubles in words, by what could not be read whole
 * @param teams whether a team is among it: whom it has lost, it does not say
 */
public record Changes(
        Instant startedAt, Set<CustomerId> customers, int doubtful, Map<Source, String> troubles, boolean teams) {

    /** Without a team. */
    public Changes(Instant startedAt, Set<CustomerId> customers, int doubtful, Map<Source, String> troubles) {
        this(startedAt, customers, doubtful, troubles, false);
    }

    public Changes {
        customers = Set.copyOf(customers);
        troubles = Map.copyOf(troubles);
    }

    /** Whether everything was seen that Nexudus says has changed; otherwise the next reading begins where this one did. */
    public boolean whole() {
        return troubles.isEmpty();
    }
}
