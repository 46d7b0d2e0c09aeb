package app.latchkey.sync.run;

import app.latchkey.nexudus.Customer;
import app.latchkey.nexudus.Snapshot;
import app.latchkey.sync.Subject;
import app.latchkey.sync.work.DueWork;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Has tags looked at as soon as a customer's access cards have changed. Within a space's scope. */
@Component
class NewCards {

    private final Snapshot seen;
    private final DueWork due;
    private final Clock clock;

    NewCards(Snapshot seen, DueWork due, Clock clock) {
        this.seen = seen;
        this.due = due;
        this.clock = clock;
    }

    /** To be called before what was read of a customer is kept. */
    void tell(Customer read) {
        List<String> before = seen.customer(read.id()).map(NewCards::cards).orElse(List.of());
        if (!before.equals(cards(read))) {
            Instant now = clock.instant();
            due.add(Subject.keys(), now, "access cards changed", now);
        }
    }

    private static List<String> cards(Customer customer) {
        return customer.archived() ? List.of() : customer.accessCards();
    }
}
