package app.latchkey.sync.plan;

import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.Matches;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a {@link PlanInput} with the numbers of the pairs that they are about. In a space that is in step nearly every row says that all
 * is well, and of a million rows numbers say so a hundred times sooner than ids do. Made once for an input, at whatever time it is planned.
 */
final class NumberedInput {

    private final People people;
    private final OrdinaryPairs pairs;
    private final NumberedEntitlements entitlements;
    private final NumberedRows<Membership> present;
    private final NumberedRows<LedgerRow> ledger;

    private NumberedInput(
            People people,
            OrdinaryPairs pairs,
            NumberedEntitlements entitlements,
            NumberedRows<Membership> present,
            NumberedRows<LedgerRow> ledger) {
        this.people = people;
        this.pairs = pairs;
        this.entitlements = entitlements;
        this.present = present;
        this.ledger = ledger;
    }

    static NumberedInput of(
            List<CustomerLink> links,
            Collection<Entitlement> entitlements,
            Observed observed,
            Collection<LedgerRow> ledger,
            Matches matches) {
        People people = People.of(links);
        OrdinaryPairs pairs = OrdinaryPairs.of(links, observed, matches, Integer.MAX_VALUE);
        Map<CustomerId, PlatformUserId> entering = entering(links);
        return new NumberedInput(
                people,
                pairs,
                new NumberedEntitlements(
                        NumberedRows.of(entitlements, entitlement -> counting(entitlement, entering, pairs, matches))),
                NumberedRows.of(observed.memberships(), pairs::number),
                NumberedRows.of(ledger, row -> ours(row, pairs)));
    }

    /** The Salto users of customers who may enter. */
    private static Map<CustomerId, PlatformUserId> entering(Collection<CustomerLink> links) {
        Map<CustomerId, PlatformUserId> entering = HashMap.newHashMap(links.size());
        for (CustomerLink customer : links) {
            if (customer.person().mayEnter() && customer.link() instanceof Link.Linked(var user)) {
                entering.put(customer.person().customer(), user);
            }
        }
        return entering;
    }

    /** No number for what does not count, as {@link Wanted#byPair} has it. */
    private static int counting(
            Entitlement entitlement, Map<CustomerId, PlatformUserId> entering, OrdinaryPairs pairs, Matches matches) {
        PlatformUserId user = entering.get(entitlement.customer());
        return user != null && Wanted.stillEarns(matches, entitlement)
                ? pairs.number(user, entitlement.group())
                : OrdinaryPairs.NONE;
    }

    /** No number for what is not ours. */
    private static int ours(LedgerRow row, OrdinaryPairs pairs) {
        return row.ownership().isOurs() ? pairs.number(row.membership()) : OrdinaryPairs.NONE;
    }

    People people() {
        return people;
    }

    /**
     * What is plainly to be kept: entitled now, in the group, ours, and nothing odd about the pair. {@link Judge} says the same of each of them;
     * about all others it is asked.
     */
    BitSet keptAt(Instant now) {
        BitSet kept = entitlements.pairsAt(now, pairs.count());
        kept.and(present.pairs(pairs.count()));
        kept.and(ledger.pairs(pairs.count()));
        return kept;
    }

    List<Entitlement> entitlementsBesides(BitSet kept) {
        return entitlements.besides(kept);
    }

    List<Membership> presentBesides(BitSet kept) {
        return present.besides(kept);
    }

    List<LedgerRow> ledgerBesides(BitSet kept) {
        return ledger.besides(kept);
    }

    /** The decision about a pair that is kept, in full. */
    Decision.Keep keep(int pair, Instant now) {
        Membership membership = pairs.membership(pair);
        Wanted wanted = Wanted.at(now, entitlements.about(pair)).orElseThrow();
        return new Decision.Keep(Subject.of(membership.user()), membership.group(), wanted.window(), wanted.because());
    }
}
