package app.latchkey.sync.run;

import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.OverdueRule;
import app.latchkey.entitlement.Pass;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.shared.CustomerId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What paying, and not paying, does to purchases and to what they earn: for whoever is let in by a purchase, its buyer pays. */
final class Payments {

    private final Situation situation;
    private final Map<PurchaseKey, CustomerId> payers;

    private Payments(Situation situation, Map<PurchaseKey, CustomerId> payers) {
        this.situation = situation;
        this.payers = payers;
    }

    /** @param bought before they are shared with anybody */
    static Payments of(Situation situation, Collection<Purchase> bought) {
        Map<PurchaseKey, CustomerId> payers = new HashMap<>();
        bought.forEach(purchase -> purchase.owner().ifPresent(owner -> payers.put(purchase.key(), owner)));
        return new Payments(situation, payers);
    }

    /** No bridge leads over a renewal for which Nexudus could not take the money. */
    List<Purchase> told(Collection<Purchase> bought) {
        return bought.stream().map(this::told).toList();
    }

    private Purchase told(Purchase purchase) {
        return purchase instanceof Pass pass && situation.options().failing().contains(pass.customer())
                ? pass.withoutPayment()
                : purchase;
    }

    /** What is left of it where an unpaid invoice closes doors. */
    List<Entitlement> left(List<Entitlement> earned) {
        return situation.overdue().map(rule -> cut(rule, earned)).orElse(earned);
    }

    private List<Entitlement> cut(OverdueRule rule, List<Entitlement> earned) {
        return earned.stream().collect(Collectors.groupingBy(this::payer)).entrySet().stream()
                .flatMap(each -> cut(rule, each))
                .sorted()
                .toList();
    }

    private Stream<Entitlement> cut(OverdueRule rule, Entry<CustomerId, List<Entitlement>> paidBy) {
        return rule
                .cut(
                        paidBy.getValue(),
                        situation.options().owedBy(paidBy.getKey()),
                        situation.space().zone())
                .stream();
    }

    private CustomerId payer(Entitlement entitlement) {
        return entitlement
                .because()
                .purchase()
                .flatMap(key -> Optional.ofNullable(payers.get(key)))
                .orElse(entitlement.customer());
    }
}
