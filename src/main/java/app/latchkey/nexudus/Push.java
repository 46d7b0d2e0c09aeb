package app.latchkey.nexudus;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What Nexudus's Custom ACS says about one customer: every access group that he belongs in from now on, so that whatever is not in it is over.
 *
 * @param saidAt by Nexudus's clock, but never later than it came in
 * @param business the location's unique id, when it is named
 * @param fullName empty when it is not named
 * @param groups Nexudus's text for each group, with the instant at which it ends, when one is given
 */
public record Push(
        Instant saidAt,
        Optional<String> business,
        CustomerId customer,
        UUID uniqueId,
        String fullName,
        Optional<EmailAddress> email,
        List<String> accessCards,
        Map<String, Optional<Instant>> groups) {

    public Push {
        accessCards = List.copyOf(accessCards);
        groups = Map.copyOf(groups);
    }
}
