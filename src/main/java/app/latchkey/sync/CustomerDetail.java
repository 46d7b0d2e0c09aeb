package app.latchkey.sync;

import app.latchkey.entitlement.Reason;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.PlatformUserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything the operator sees of one customer.
 *
 * @param groups one line for each access group that is, was or will be the customer's
 * @param recent what runs changed for the customer, newest first
 * @param nameInSalto empty while Salto has not shown the user
 * @param expired since when the Salto user opens nothing any more because his time is over
 * @param link why not linked, where that is so
 */
public record CustomerDetail(
        CustomerId customer,
        String name,
        Optional<EmailAddress> email,
        boolean active,
        boolean archived,
        Optional<PlatformUserId> saltoUser,
        String nameInSalto,
        Optional<Reason> link,
        boolean subscribed,
        boolean blocked,
        Optional<Instant> expired,
        WaysIn ways,
        List<GroupStanding> groups,
        List<RunChangeRow> recent,
        Optional<Instant> readAt) {

    public CustomerDetail {
        groups = List.copyOf(groups);
        recent = List.copyOf(recent);
    }

    /** Whether Salto opens anything to the person at all. */
    public boolean counts() {
        return subscribed && !blocked && expired.isEmpty();
    }
}
