package app.latchkey.entitlement;

import app.latchkey.shared.CustomerId;
import java.util.Objects;

/** A customer, as far as it decides whether purchases count: Nexudus's Active and Archived. */
public record Person(CustomerId customer, boolean active, boolean archived) {

    public Person {
        Objects.requireNonNull(customer, "customer");
    }

    public static Person active(CustomerId customer) {
        return new Person(customer, true, false);
    }

    /** Whether purchases count for this person at all. */
    public boolean mayEnter() {
        return active && !archived;
    }
}
