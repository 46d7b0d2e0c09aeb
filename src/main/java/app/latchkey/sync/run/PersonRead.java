package app.latchkey.sync.run;

import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import java.util.Set;

/**
 * All customers of one Salto user, each read whole.
 *
 * @param users who they are in Salto, now or before
 * @param complete whether an absence among their purchases means something
 * @param found purchases that the lists lacked and that are there all the same
 * @param cancelled purchases that are certain to be gone
 */
record PersonRead(
        Set<CustomerId> persons,
        Set<PlatformUserId> users,
        boolean complete,
        Set<PurchaseKey> found,
        Set<PurchaseKey> cancelled) {

    PersonRead {
        persons = Set.copyOf(persons);
        users = Set.copyOf(users);
        found = Set.copyOf(found);
        cancelled = Set.copyOf(cancelled);
    }
}
