package app.latchkey.sync.plan;

import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.entitlement.PurchaseKind;
import java.util.EnumSet;
import java.util.Set;

/**
 * How much was read. Something present counts always; something absent only when its source is complete.
 *
 * @param complete the kinds of purchase read to the end, for everybody in scope
 * @param customersComplete whether every customer in scope was read
 * @param membershipsComplete whether every member of every group in scope was read
 * @param seen purchases that were read, whether or not they earn anything now
 */
public record Reading(
        Set<PurchaseKind> complete, boolean customersComplete, boolean membershipsComplete, Set<PurchaseKey> seen) {

    public Reading {
        complete = Set.copyOf(complete);
        seen = Set.copyOf(seen);
    }

    public static Reading complete(Set<PurchaseKey> seen) {
        return new Reading(EnumSet.allOf(PurchaseKind.class), true, true, seen);
    }

    /** Nexudus could not be read; Salto could. */
    public static Reading withoutNexudus(Set<PurchaseKey> seen) {
        return new Reading(Set.of(), false, true, seen);
    }
}
