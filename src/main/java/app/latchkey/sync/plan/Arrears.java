package app.latchkey.sync.plan;

import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.Invoice;
import app.latchkey.entitlement.OverdueRule;
import app.latchkey.shared.CustomerId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is not paid, where that closes doors.
 *
 * @param owed by whoever has bought something
 * @param earned what everybody a question is about would have if all of it were paid
 */
public record Arrears(OverdueRule rule, Map<CustomerId, List<Invoice>> owed, List<Entitlement> earned) {

    public Arrears {
        Objects.requireNonNull(rule, "rule");
        owed = Map.copyOf(owed);
        earned = List.copyOf(earned);
    }

    Collection<Invoice> of(CustomerId customer) {
        return owed.getOrDefault(customer, List.of());
    }

    /** A customer's invoices that close doors sooner or later, in the order in which they do. */
    List<Closing> closings(CustomerId customer, ZoneId zone) {
        return of(customer).stream()
                .flatMap(invoice -> rule.closesAt(List.of(invoice), zone).map(at -> new Closing(invoice, at)).stream())
                .sorted(Comparator.comparing(Closing::at))
                .toList();
    }

    /** An invoice, and when doors close if it is the only one. */
    record Closing(Invoice invoice, Instant at) {}
}
