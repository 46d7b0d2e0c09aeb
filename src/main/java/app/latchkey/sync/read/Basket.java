package app.latchkey.sync.read;

import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.Contract;
import app.latchkey.entitlement.Decided;
import app.latchkey.entitlement.Matches;
import app.latchkey.entitlement.Pass;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.Reason;
import app.latchkey.entitlement.Rules;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.ItemId;
import app.latchkey.sync.plan.WhyNotNow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one person has bought, booked and signed, and what it earns: read to say why a door does not open.
 *
 * @param unpaid the invoice for which doors are closed now; none, when absent
 * @param exempt items that open doors whatever is unpaid
 * @param visited bookings of others in which the person is named
 */
record Basket(
        List<? extends Purchase> purchases,
        Matches matches,
        Rules rules,
        Optional<Reason.InvoiceOpen> unpaid,
        Set<ItemId> exempt,
        List<? extends Purchase> visited) {

    /** What ended longer ago is no longer news. */
    private static final Duration NEWS = Duration.ofDays(7);

    Basket {
        purchases = List.copyOf(purchases);
        exempt = Set.copyOf(exempt);
        visited = List.copyOf(visited);
    }

    Basket(List<? extends Purchase> purchases, Matches matches, Rules rules) {
        this(purchases, matches, rules, Optional.empty(), Set.of(), List.of());
    }

    /** The groups that something here earns or lately earned. */
    Set<AccessGroupId> groups(Instant now) {
        return purchases.stream()
                .filter(purchase -> isNews(purchase, now))
                .flatMap(purchase -> purchase.items().stream())
                .flatMap(item -> matches.earnedBy(item.id()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    Optional<Reason> whyNot(AccessGroupId group, Instant now) {
        return new WhyNotNow(rules, now).of(earning(group, now)).or(() -> unpaid(group, now));
    }

    /** Set where something would open the group, now or when its time comes, were everything paid. */
    Optional<Reason> unpaid(AccessGroupId group, Instant now) {
        boolean wouldOpen = earning(group, now).stream()
                .filter(purchase -> purchase.items().stream().noneMatch(item -> exempt.contains(item.id())))
                .anyMatch(purchase -> opensOrWill(purchase, now));
        return unpaid.filter(_ -> wouldOpen).map(invoice -> invoice);
    }

    private boolean opensOrWill(Purchase purchase, Instant now) {
        return new WhyNotNow(rules, now)
                .of(List.of(purchase))
                .filter(reason -> !(reason instanceof Reason.TooEarly || reason instanceof Reason.ContractNotBegun))
                .isEmpty();
    }

    private List<? extends Purchase> earning(AccessGroupId group, Instant now) {
        return purchases.stream()
                .filter(purchase -> isNews(purchase, now))
                .filter(purchase -> purchase.items().stream().anyMatch(item -> matches.earns(item.id(), group)))
                .toList();
    }

    /** The person's own, or one that they visit. */
    Optional<Booking> booking(long id) {
        return Stream.concat(purchases.stream(), visited.stream())
                .filter(Booking.class::isInstance)
                .map(Booking.class::cast)
                .filter(booking -> booking.id() == id)
                .findFirst();
    }

    private static boolean isNews(Purchase purchase, Instant now) {
        return end(purchase).filter(end -> end.isBefore(now.minus(NEWS))).isEmpty();
    }

    private static Optional<Instant> end(Purchase purchase) {
        return switch (purchase) {
            case Booking booking -> Optional.of(booking.to());
            case Pass pass -> pass.usedUp() ? pass.use().map(use -> use.checkedInAt()) : pass.expiry();
            case Contract contract -> contract.cancellation();
            case Decided decided -> decided.end();
        };
    }
}
