package app.latchkey.sync.plan;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;

/** Whom a decision is about: the Salto user, or, while there is none, the customer. */
public sealed interface Subject extends Comparable<Subject> {

    record SaltoUser(PlatformUserId user) implements Subject {}

    record Newcomer(CustomerId customer) implements Subject {}

    static Subject of(PlatformUserId user) {
        return new SaltoUser(user);
    }

    static Subject of(CustomerId customer) {
        return new Newcomer(customer);
    }

    /** Newcomers first, each kind by its ids. */
    @Override
    default int compareTo(Subject other) {
        return switch (this) {
            case SaltoUser known ->
                other instanceof SaltoUser(var user) ? known.user().compareTo(user) : 1;
            case Newcomer newcomer ->
                other instanceof Newcomer(var customer) ? newcomer.customer().compareTo(customer) : -1;
        };
    }
}
