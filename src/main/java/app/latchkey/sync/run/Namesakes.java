package app.latchkey.sync.run;

import app.latchkey.nexudus.Customer;
import app.latchkey.nexudus.CustomerFacts;
import app.latchkey.nexudus.Snapshot;
import app.latchkey.shared.EmailAddress;
import app.latchkey.sync.Subject;
import app.latchkey.sync.work.DueWork;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Customers with the same address: nobody knows which of them a Salto user is, and they wait. When one of them gives the address up, or is
 * gone, that is settled for the others. Within a space's scope.
 */
@Component
class Namesakes {

    private static final String CAUSE = "address free";

    private final Snapshot seen;
    private final Circles circles;
    private final DueWork due;
    private final Clock clock;

    Namesakes(Snapshot seen, Circles circles, DueWork due, Clock clock) {
        this.seen = seen;
        this.circles = circles;
        this.due = due;
        this.clock = clock;
    }

    /** To be called before what was read of a customer is kept. */
    void tell(CustomerFacts facts) {
        Customer read = facts.customer();
        if (facts.gone()) {
            // The Salto user whom he was linked to may have another address than he had at the end, and is anybody's
            // who has that. Others who are gone are told nothing: they would tell him, and so on without end.
            List<Customer> around =
                    seen.customers(circles.around(Set.of(read.id())).customers());
            free(around.stream().filter(other -> claim(other).isPresent()), read);
            return;
        }
        Optional<EmailAddress> before = seen.customer(read.id()).flatMap(Namesakes::claim);
        before.filter(address -> claim(read).filter(address::equals).isEmpty())
                .ifPresent(address -> free(seen.customersAt(address).stream(), read));
    }

    private void free(Stream<Customer> waiting, Customer from) {
        Instant now = clock.instant();
        waiting.map(Customer::id)
                .filter(other -> !other.equals(from.id()))
                .forEach(other -> due.add(Subject.customer(other), now, CAUSE, now));
    }

    private static Optional<EmailAddress> claim(Customer customer) {
        return customer.archived() ? Optional.empty() : customer.email();
    }
}
