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
    private final Set<PurchaseKey> cutOff = new HashSet<>();
    private final Map<PurchaseKey, Purchase> shown = new HashMap<>();

    void shows(Collection<Purchase> purchases) {
        purchases.forEach(purchase -> shown.put(purchase.key(), purchase));
    }

    /** False for one that was left out before. */
    boolean mayLack(PurchaseKey purchase) {
        return lackedOnce.add(purchase);
    }

    /** A list broke off before it came to this one. */
    void cutsOff(PurchaseKey purchase) {
        cutOff.add(purchase);
    }

    /** Everything was shown again since. */
    void lacksNothing() {
        lackedOnce.clear();
        cutOff.clear();
    }

    /** Whether a list lacked it, or broke off before it, that had not shown it as it is now: nobody can know of it. */
    boolean hides(Purchase purchase) {
        boolean leftOut = lackedOnce.contains(purchase.key()) || cutOff.contains(purchase.key());
        return leftOut && !purchase.equals(shown.get(purchase.key()));
    }
}
