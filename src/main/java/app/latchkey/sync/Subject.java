package app.latchkey.sync;

import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;

/** What is to be looked at again: one customer, one access group, or the whole space. */
public sealed interface Subject {

    record OfCustomer(CustomerId customer) implements Subject {}

    record OfGroup(AccessGroupId group) implements Subject {}

    record OfSpace() implements Subject {}

    static Subject customer(CustomerId customer) {
        return new OfCustomer(customer);
    }

    static Subject group(AccessGroupId group) {
        return new OfGroup(group);
    }

    static Subject wholeSpace() {
        return new OfSpace();
    }

    /** Reads what {@link #key()} wrote. */
    static Subject of(String key) {
        if (key.equals("space")) {
            return wholeSpace();
        }
        int colon = key.indexOf(':');
        String id = key.substring(colon + 1);
        return key.startsWith("customer:") ? customer(new CustomerId(Long.parseLong(id))) : group(AccessGroupId.of(id));
    }

    /** Stable text, such as {@code customer:17}: the key of due work and what a run's row says. */
    default String key() {
        return switch (this) {
            case OfCustomer(CustomerId customer) -> "customer:" + customer;
            case OfGroup(AccessGroupId group) -> "group:" + group;
            case OfSpace() -> "space";
        };
    }
}
