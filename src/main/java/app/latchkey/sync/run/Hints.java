package app.latchkey.sync.run;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.shared.CustomerId;
import app.latchkey.sync.Subject;
import app.latchkey.sync.work.Due;
import app.latchkey.sync.work.DueWork;
import app.latchkey.sync.work.Work.Served;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What follows from a reading between two full runs. Within a space's scope. */
@Component
class Hints {

    /** From here on one reading of everything is less to ask than each one by one. */
    private static final int MANY = 100;

    private final DueWork due;
    private final Health health;

    Hints(DueWork due, Health health) {
        this.due = due;
        this.health = health;
    }

    void dueNow(Set<CustomerId> customers, String cause, Instant now) {
        if (customers.size() > MANY) {
            due.add(Subject.wholeSpace(), now, cause, now);
        } else {
            customers.forEach(customer -> due.add(Subject.customer(customer), now, cause, now));
        }
    }

    void dueNow(Subject subject, String cause, Instant now) {
        due.add(subject, now, cause, now);
    }

    Served failed(Due row, PartnerFailure failure, Instant now) {
        health.trouble(failure.category().name(), failure.why().partner(), failure.words(), now);
        return new Served.Again(Patience.after(failure, row.attempts(), now));
    }
}
