package app.latchkey.sync.run;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.Entitlements;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.entitlement.PurchaseKind;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.ItemId;
import app.latchkey.sync.plan.CustomerLink;
import app.latchkey.sync.plan.LedgerRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people should have by their purchases and by what was given to them, and which purchases are suddenly not there. */
final class Wanted {

    private Wanted() {}

    static List<Entitlement> of(Situation situation, Set<CustomerId> persons, Collection<Purchase> bought) {
        Payments payments = Payments.of(situation, bought);
        List<Purchase> purchases = payments.told(bought);
        Map<CustomerId, List<Purchase>> byOwner = new HashMap<>();
        situation
                .sharing()
                .spread(purchases, situation.teams(), situation.guests())
                .forEach(purchase -> purchase.owner()
                        .ifPresent(owner -> byOwner.computeIfAbsent(owner, _ -> new ArrayList<>())
                                .add(purchase)));
        Map<ItemId, List<Booking>> nearby = nearby(situation, purchases);
        List<Entitlement> entitlements = new ArrayList<>();
        for (CustomerId person : persons) {
            Optional<CustomerLink> link = situation.linkOf(person);
            link.ifPresent(known -> {
                entitlements.addAll(payments.left(Entitlements.of(
                        known.person(),
                        withNeighbours(byOwner.getOrDefault(person, List.of()), nearby),
                        situation.matches(),
                        situation.rules())));
                entitlements.addAll(Entitlements.given(known.person(), situation.gifts(), situation.matches()));
            });
        }
        return entitlements;
    }

    /** Bookings of rooms whose time gives way, by room. */
    private static Map<ItemId, List<Booking>> nearby(Situation situation, Collection<Purchase> purchases) {
        Map<ItemId, List<Booking>> nearby = new HashMap<>();
        for (Purchase purchase : purchases) {
            if (purchase instanceof Booking booking) {
                booking.items().stream()
                        .map(NamedItem::id)
                        .filter(situation.rules().shrinking()::contains)
                        .forEach(room -> nearby.computeIfAbsent(room, _ -> new ArrayList<>())
                                .add(booking));
            }
        }
        return nearby;
    }

    private static List<Purchase> withNeighbours(List<Purchase> own, Map<ItemId, List<Booking>> nearby) {
        if (nearby.isEmpty()) {
            return own;
        }
        return Stream.concat(
                        own.stream(),
                        own.stream()
                                .flatMap(purchase -> purchase.items().stream())
                                .flatMap(item -> nearby.getOrDefault(item.id(), List.of()).stream()))
                .distinct()
                .toList();
    }

    static Set<PurchaseKey> keys(Collection<Purchase> purchases) {
        return purchases.stream().map(Purchase::key).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Purchases behind what holds or will hold, that are not among those seen. What is over is not missed: lists leave it out some day, and
     * looking for it would find it again and again.
     */
    static Set<PurchaseKey> missing(
            Collection<Entitlement> stored, Collection<LedgerRow> ledger, Set<PurchaseKey> seen, Instant now) {
        Set<PurchaseKey> missing = Stream.concat(
                        stored.stream(), ledger.stream().flatMap(row -> row.reasons().stream()))
                .filter(entitlement -> !entitlement.window().isOver(now))
                .flatMap(entitlement -> entitlement.because().purchase().stream())
                .collect(Collectors.toCollection(HashSet::new));
        missing.removeAll(seen);
        return missing;
    }

    /** Whether each of these reasons is one of these purchases, so that nothing is left without them. */
    static boolean restsOnlyOn(Collection<Because> reasons, Set<PurchaseKey> purchases) {
        return reasons.stream()
                .allMatch(because ->
                        because.purchase().filter(purchases::contains).isPresent());
    }

    /** Nexudus says all of a customer's groups at once: a decision that it does not repeat is taken back. */
    static Set<PurchaseKey> takenBack(Set<PurchaseKey> missing) {
        return missing.stream()
                .filter(key -> key.kind() == PurchaseKind.DECIDED)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What was stored of these purchases: still believed until their absence is certain. */
    static List<Entitlement> still(Collection<Entitlement> stored, Set<PurchaseKey> believed) {
        return stored.stream()
                .filter(entitlement -> entitlement
                        .because()
                        .purchase()
                        .filter(believed::contains)
                        .isPresent())
                .toList();
    }
}
