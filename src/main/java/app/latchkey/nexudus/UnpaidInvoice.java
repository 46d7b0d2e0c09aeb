package app.latchkey.nexudus;

import app.latchkey.entitlement.Invoice;
import app.latchkey.shared.CustomerId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A final invoice of the location with something left to pay.
 *
 * @param due Nexudus's DueDate
 * @param open what is left to pay, in the location's currency
 * @param attempted whether Nexudus has tried to take the money: then that has failed
 */
public record UnpaidInvoice(
        long id, CustomerId customer, String number, Instant due, BigDecimal open, boolean attempted) {

    /** As the rules look at it: due on a day of that zone. */
    public Invoice in(ZoneId zone) {
        return new Invoice(number, LocalDate.ofInstant(due, zone), open);
    }
}
