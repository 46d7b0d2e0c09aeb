package app.latchkey.sync.run;

import app.latchkey.entitlement.Invoice;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.entitlement.PurchaseKind;
import app.latchkey.entitlement.Team;
import app.latchkey.nexudus.UnpaidInvoice;
import app.latchkey.shared.CustomerId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What only rules look at that a space may switch on, as far as it was ever read.
 *
 * @param guests visitors of each booking who are customers themselves
 * @param invoices what each customer has not paid
 * @param failing those from whom Nexudus tried to take the money, and did not get it
 */
record OptionFacts(
        List<Team> teams,
        Map<PurchaseKey, Set<CustomerId>> guests,
        Map<CustomerId, List<Invoice>> invoices,
        Set<CustomerId> failing) {

    OptionFacts {
        teams = List.copyOf(teams);
        guests = Map.copyOf(guests);
        invoices = Map.copyOf(invoices);
        failing = Set.copyOf(failing);
    }

    static OptionFacts of(
            List<Team> teams, Map<Long, Set<CustomerId>> guests, Collection<UnpaidInvoice> unpaid, ZoneId zone) {
        Map<PurchaseKey, Set<CustomerId>> byBooking = new HashMap<>();
        guests.forEach((booking, people) -> byBooking.put(new PurchaseKey(PurchaseKind.BOOKING, booking), people));
        Map<CustomerId, List<Invoice>> invoices = new HashMap<>();
        Set<CustomerId> failing = new HashSet<>();
        for (UnpaidInvoice invoice : unpaid) {
            invoices.computeIfAbsent(invoice.customer(), _ -> new ArrayList<>()).add(invoice.in(zone));
            if (invoice.attempted()) {
                failing.add(invoice.customer());
            }
        }
        return new OptionFacts(teams, byBooking, invoices, failing);
    }

    List<Invoice> owedBy(CustomerId customer) {
        return invoices.getOrDefault(customer, List.of());
    }
}
