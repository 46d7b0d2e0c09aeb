package app.latchkey.sync.plan;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.entitlement.PurchaseKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How much was read. Something present counts always; something absent only when its source is complete.
 *
 * @param complete the kinds of purchase read to the end, for everybody in scope
 * @param customersComplete whether every customer in scope was read
 * @param membershipsComplete whether every member of every group in scope was read
 * @param seen purchases that were read, whether or not they earn anything now
 * @param cancelled purchases that Nexudus said by name are gone, such as a booking that answered 404 on its own id
 * @param doubted purchases that a complete reading has lacked once: they keep whom they let in, and let in nobody else
 */
public record Reading(
        Set<PurchaseKind> complete,
        boolean customersComplete,
        boolean membershipsComplete,
        Set<PurchaseKey> seen,
        Set<PurchaseKey> cancelled,
        Set<PurchaseKey> doubted) {

    public Reading {
        complete = Set.copyOf(complete);
        seen = Set.copyOf(seen);
        cancelled = Set.copyOf(cancelled);
        doubted = Set.copyOf(doubted);
    }

    public static Reading complete(Set<PurchaseKey> seen) {
        return new Reading(EnumSet.allOf(PurchaseKind.class), true, true, seen, Set.of(), Set.of());
    }

    /** Nexudus was not read to the end; Salto was. */
    public static Reading partly(Set<PurchaseKey> seen) {
        return new Reading(Set.of(), false, true, seen, Set.of(), Set.of());
    }

    public Reading withCancelled(Set<PurchaseKey> gone) {
        return new Reading(complete, customersComplete, membershipsComplete, seen, gone, doubted);
    }

    public Reading withDoubted(Set<PurchaseKey> lacked) {
        return new Reading(complete, customersComplete, membershipsComplete, seen, cancelled, lacked);
    }

    public Reading withoutAllMemberships() {
        return new Reading(complete, customersComplete, false, seen, cancelled, doubted);
    }

    /** Whether nothing else explains it than what may be gone. */
    boolean doubts(List<Because> because) {
        return because.stream()
                .allMatch(each -> each.purchase().filter(doubted::contains).isPresent());
    }

    /** Whether nothing that is absent could be there after all. */
    public boolean everythingOfNexudus() {
        return customersComplete && complete.containsAll(EnumSet.allOf(PurchaseKind.class));
    }
}
