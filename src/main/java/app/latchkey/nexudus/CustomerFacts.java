package app.latchkey.nexudus;

import app.latchkey.entitlement.Person;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.PurchaseKey;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One customer with all that can earn access, read together.
 *
 * @param gone Nexudus has no such customer any more: nothing counts
 * @param complete false when a record lacked what decides: then nobody may conclude from what is not here
 * @param seenAt when the reading began
 * @param there all records that Nexudus has, also those that could not be understood
 */
public record CustomerFacts(
        Customer customer,
        List<Purchase> purchases,
        boolean gone,
        boolean complete,
        Instant seenAt,
        Set<PurchaseKey> there) {

    public CustomerFacts {
        purchases = List.copyOf(purchases);
        there = Set.copyOf(there);
    }

    /** Where everything that is there was understood. */
    public CustomerFacts(Customer customer, List<Purchase> purchases, boolean gone, boolean complete, Instant seenAt) {
        this(
                customer,
                purchases,
                gone,
                complete,
                seenAt,
                purchases.stream().map(Purchase::key).collect(Collectors.toUnmodifiableSet()));
    }

    public Person person() {
        return new Person(customer.id(), customer.active(), customer.archived() || gone);
    }
}
