package app.latchkey.sync.plan;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import java.util.Comparator;

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

    @Override
    default int compareTo(Subject other) {
        return Comparator.comparing(Subject::sortKey).compare(this, other);
    }

    private String sortKey() {
        return switch (this) {
            case SaltoUser known -> "user " + known.user();
            case Newcomer newcomer -> "%020d".formatted(newcomer.customer().value());
        };
    }
}
