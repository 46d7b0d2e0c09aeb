package app.latchkey.simulation;

import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.PurchaseKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the lists of a location have shown of its purchases, and which of them they have left out. */
final class Shown {

    private final Set<PurchaseKey> lackedOnce = new HashSet<>();
    private final Map<PurchaseKey, Purchase> shown = new HashMap<>();

    void shows(Collection<Purchase> purchases) {
        purchases.forEach(purchase -> shown.put(purchase.key(), purchase));
    }

    /** False for one that was left out before. */
    boolean mayLack(PurchaseKey purchase) {
        return lackedOnce.add(purchase);
    }

    /** Everything was shown again since. */
    void lacksNothing() {
        lackedOnce.clear();
    }

    /** Whether a list lacked it that had not shown it as it is now: nobody can know of it. */
    boolean hides(Purchase purchase) {
        return lackedOnce.contains(purchase.key()) && !purchase.equals(shown.get(purchase.key()));
    }
}
