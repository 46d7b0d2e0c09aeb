package app.latchkey.entitlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A customer's invoice.
 *
 * @param due the last day on which paying is in time, in the space's zone
 * @param open what is still to be paid; nothing, once it is paid
 */
public record Invoice(String number, LocalDate due, BigDecimal open) {

    public Invoice {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(open, "open");
    }
}
