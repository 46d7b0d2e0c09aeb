package app.latchkey.nexudus;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A person or company in Nexudus (their Coworker).
 *
 * @param uniqueId never reused, unlike an e-mail address
 * @param userId the login behind it; several customer records may share one
 * @param active false for a suspended customer
 */
public record Customer(
        CustomerId id,
        UUID uniqueId,
        Optional<Long> userId,
        String fullName,
        Optional<EmailAddress> email,
        boolean active,
        boolean archived,
        List<String> accessCards) {

    public Customer {
        accessCards = List.copyOf(accessCards);
    }
}
