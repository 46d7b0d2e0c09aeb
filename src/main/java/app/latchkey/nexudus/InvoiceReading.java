package app.latchkey.nexudus;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One reading of what is not paid at the location. Drafts and credit notes are nothing that anybody owes. */
final class InvoiceReading {

    private final SpaceId space;
    private final Lists lists;
    private final long location;

    InvoiceReading(SpaceId space, Lists lists, long location) {
        this.space = space;
        this.lists = lists;
        this.location = location;
    }

    /** Empty when not all could be read: then nobody may conclude that somebody has paid. */
    Optional<List<UnpaidInvoice>> all() {
        return read(List.of());
    }

    /** One customer's; empty as with {@link #all}. */
    Optional<List<UnpaidInvoice>> of(CustomerId customer) {
        return read(List.of(Entity.INVOICE.filter("Coworker", customer)))
                .map(found -> found.stream()
                        .filter(invoice -> invoice.customer().equals(customer))
                        .toList());
    }

    private Optional<List<UnpaidInvoice>> read(List<String> filters) {
        List<String> all = Stream.concat(
                        Stream.of(Entity.INVOICE.filter("Business", location), Entity.INVOICE.filter("Paid", false)),
                        filters.stream())
                .toList();
        Lists.Result listed = lists.all(space, Entity.INVOICE, all, (soFar, total) -> {});
        try {
            List<UnpaidInvoice> invoices =
                    listed.rows().stream().flatMap(row -> invoice(row).stream()).toList();
            return Optional.of(invoices).filter(_ -> listed.trouble().isEmpty());
        } catch (Row.MissingField | Row.Nonsense e) {
            return Optional.empty();
        }
    }

    private static Optional<UnpaidInvoice> invoice(Row row) {
        BigDecimal open = row.amount("TotalAmount").subtract(row.amountIfAny("PaidAmount"));
        boolean owed = !row.flag("Paid") && !row.flagIfAny("Draft") && !row.flagIfAny("CreditNote");
        return row.time("DueDate")
                .filter(due -> owed && open.signum() > 0)
                .map(due -> new UnpaidInvoice(
                        row.id(),
                        new CustomerId(row.requiredNumber("CoworkerId")),
                        row.text("InvoiceNumber").orElse(String.valueOf(row.id())),
                        due,
                        open,
                        row.timeIfAny("LastPaymentAttempt").isPresent()));
    }
}
