package app.latchkey.sync;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.Reason;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One customer in the operator's list.
 *
 * @param groups names of the access groups the customer is in now
 * @param until when the first of them ends
 */
public record CustomerRow(
        CustomerId customer,
        String name,
        Optional<EmailAddress> email,
        PersonState state,
        List<String> groups,
        Optional<Instant> until,
        List<Because> because,
        Optional<Reason> reason,
        boolean inSalto) {

    public CustomerRow {
        groups = List.copyOf(groups);
        because = List.copyOf(because);
    }
}
