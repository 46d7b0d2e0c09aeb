package app.latchkey.sync.run;

import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.entitlement.PurchaseKind;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.sync.plan.Plan;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All customers of one Salto user, each read whole.
 *
 * @param users who they are in Salto, now or before
 * @param complete whether an absence among their purchases means something
 * @param shown purchases as Nexudus says they are now; where the reading is complete there are no others
 * @param found purchases that the lists lacked and that are there all the same
 * @param cancelled purchases that are certain to be gone
 * @param unseen passes and contracts that are only remembered, because the reading broke off: they may have ended since
 */
record PersonRead(
        Set<CustomerId> persons,
        Set<PlatformUserId> users,
        boolean complete,
        Set<PurchaseKey> shown,
        Set<PurchaseKey> found,
        Set<PurchaseKey> cancelled,
        Set<PurchaseKey> unseen) {

    PersonRead {
        persons = Set.copyOf(persons);
        users = Set.copyOf(users);
        shown = Set.copyOf(shown);
        found = Set.copyOf(found);
        cancelled = Set.copyOf(cancelled);
        unseen = Set.copyOf(unseen);
    }

    /** The bookings that the grants of a plan rest on although this reading has not shown them: they may have been shortened or moved since. */
    Set<PurchaseKey> onlyRemembered(Plan plan) {
        if (complete) {
            return Set.of();
        }
        return plan.grants().stream()
                .flatMap(grant -> grant.because().stream())
                .flatMap(because -> because.purchase().stream())
                .filter(key -> key.kind() == PurchaseKind.BOOKING)
                .filter(key -> !shown.contains(key) && !cancelled.contains(key))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** With what Nexudus has answered about single bookings. */
    PersonRead with(Set<PurchaseKey> there, Set<PurchaseKey> gone) {
        return new PersonRead(
                persons, users, complete, union(shown, there), union(found, there), union(cancelled, gone), unseen);
    }

    private static Set<PurchaseKey> union(Set<PurchaseKey> some, Set<PurchaseKey> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
