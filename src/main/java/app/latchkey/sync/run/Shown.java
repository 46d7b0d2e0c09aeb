package app.latchkey.sync.run;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.entitlement.PurchaseKind;
import app.latchkey.nexudus.Customer;
import app.latchkey.nexudus.FullRead;
import app.latchkey.nexudus.Source;
import app.latchkey.shared.CustomerId;
import app.latchkey.sync.plan.Decision;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a reading of everything has shown of what is known. Of a source that was read to its end that is all: what is not there is doubted
 * elsewhere.
 */
record Shown(FullRead read, Set<CustomerId> customers, Set<PurchaseKey> purchases, Set<PurchaseKind> whole) {

    static Shown by(FullRead read) {
        return new Shown(
                read,
                read.customers().stream().map(Customer::id).collect(Collectors.toUnmodifiableSet()),
                Wanted.keys(read.purchases()),
                Sources.complete(read));
    }

    boolean customer(CustomerId customer) {
        return Sources.isComplete(read, Source.CUSTOMERS) || customers.contains(customer);
    }

    /** Whether at least one reason of a grant is as this reading says, or rests on nothing in Nexudus. */
    boolean reasonOf(Decision.Grant grant) {
        return grant.because().stream().anyMatch(this::because);
    }

    private boolean because(Because because) {
        return because.purchase()
                .filter(key -> !whole.contains(key.kind()) && !purchases.contains(key))
                .isEmpty();
    }
}
