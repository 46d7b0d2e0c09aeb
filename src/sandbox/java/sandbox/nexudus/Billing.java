package sandbox.nexudus;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import sandbox.http.Fields;

/** What customers are asked to pay, and do. The webhooks hear of payments, and of payments that fail. */
public final class Billing {
    private static final int PAID = 21;
    private static final int FAILED = 22;

    private final NexudusState state;
    private final Webhooks webhooks;
    private final Clock clock;

    Billing(NexudusState state, Webhooks webhooks, Clock clock) {
        this.state = state;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    static Fields invoice(long location, long customerId, double amount, Instant due) {
        return Fields.of(
                "BusinessId",
                location,
                "CoworkerId",
                customerId,
                "InvoiceNumber",
                "INV-" + customerId % 10_000 + "-"
                        + due.truncatedTo(ChronoUnit.DAYS).getEpochSecond() % 1_000,
                "DueDate",
                due.truncatedTo(ChronoUnit.SECONDS),
                "TotalAmount",
                amount,
                "PaidAmount",
                0.0,
                "Paid",
                false,
                "PaidOn",
                null,
                "Draft",
                false,
                "CreditNote",
                false,
                "LastPaymentAttempt",
                null);
    }

    /** Answers the invoice's id; Nexudus sends no hook for a new one. */
    public long invoice(long customerId, double amount, Instant due) {
        synchronized (state) {
            long location = state.row(Kind.COWORKER, customerId).number("InvoicingBusinessId");
            return state.insert(Kind.INVOICE, invoice(location, customerId, amount, due), clock.instant())
                    .number("Id");
        }
    }

    /** Pays a part of it, or all of it. */
    public void pay(long invoiceId, double amount) {
        synchronized (state) {
            Fields invoice = state.row(Kind.INVOICE, invoiceId);
            double paid = amount(invoice, "PaidAmount") + amount;
            boolean whole = paid >= amount(invoice, "TotalAmount");
            invoice.with("PaidAmount", paid).with("Paid", whole).with("PaidOn", whole ? clock.instant() : null);
            announce(PAID, invoice);
        }
    }

    /** Nexudus tries to take the money, and the bank says no. */
    public void paymentFails(long invoiceId) {
        synchronized (state) {
            Fields invoice = state.row(Kind.INVOICE, invoiceId);
            invoice.with("LastPaymentAttempt", clock.instant().truncatedTo(ChronoUnit.SECONDS));
            announce(FAILED, invoice);
        }
    }

    static double amount(Fields invoice, String name) {
        return invoice.get(name) instanceof Number number ? number.doubleValue() : 0;
    }

    private void announce(int action, Fields invoice) {
        invoice.with("UpdatedOn", clock.instant());
        webhooks.fire(action, invoice.number("BusinessId"), invoice);
    }
}
