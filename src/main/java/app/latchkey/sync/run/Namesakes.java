package app.latchkey.sync.run;

import app.latchkey.nexudus.Customer;
import app.latchkey.nexudus.Snapshot;
import app.latchkey.shared.EmailAddress;
import app.latchkey.sync.Subject;
import app.latchkey.sync.work.DueWork;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Customers with the same address: nobody knows which of them a Salto user is, and they wait. When one of them gives the address up, or is
 * gone, that is settled for the others. Within a space's scope.
 */
@Component
class Namesakes {

    private final Snapshot seen;
    private final DueWork due;
    private final Clock clock;

    Namesakes(Snapshot seen, DueWork due, Clock clock) {
        this.seen = seen;
        this.due = due;
        this.clock = clock;
    }

    /** To be called before what was read of a customer is kept. */
    void tell(Customer read) {
        Optional<EmailAddress> before = seen.customer(read.id()).flatMap(Namesakes::claim);
        before.filter(address -> claim(read).filter(address::equals).isEmpty()).ifPresent(address -> {
            Instant now = clock.instant();
            seen.customersAt(address).stream()
                    .filter(other -> !other.id().equals(read.id()))
                    .forEach(other -> due.add(Subject.customer(other.id()), now, "address free", now));
        });
    }

    private static Optional<EmailAddress> claim(Customer customer) {
        return customer.archived() ? Optional.empty() : customer.email();
    }
}
