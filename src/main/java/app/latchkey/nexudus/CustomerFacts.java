package app.latchkey.nexudus;

import app.latchkey.entitlement.Person;
import app.latchkey.entitlement.Purchase;
import java.time.Instant;
import java.util.List;

/**
 * One customer with all that can earn access, read together.
 *
 * @param gone Nexudus has no such customer any more: nothing counts
 * @param complete false when a record lacked what decides: then nobody may conclude from what is not here
 * @param seenAt when the reading began
 */
public record CustomerFacts(
        Customer customer, List<Purchase> purchases, boolean gone, boolean complete, Instant seenAt) {

    public CustomerFacts {
        purchases = List.copyOf(purchases);
    }

    public Person person() {
        return new Person(customer.id(), customer.active(), customer.archived() || gone);
    }
}
