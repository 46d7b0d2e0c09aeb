package app.latchkey.entitlement;

import java.util.Comparator;
import java.util.Objects;

/**
 * Which purchase: every instance of a recurring booking has its own.
 *
 * @param id Nexudus's id within the kind
 */
public record PurchaseKey(PurchaseKind kind, long id) implements Comparable<PurchaseKey> {

    private static final Comparator<PurchaseKey> ORDER =
            Comparator.comparing(PurchaseKey::kind).thenComparingLong(PurchaseKey::id);

    public PurchaseKey {
        Objects.requireNonNull(kind, "kind");
    }

    @Override
    public int compareTo(PurchaseKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind + "-" + id;
    }
}
