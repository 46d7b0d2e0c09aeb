package app.latchkey.entitlement;

import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.Window;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * What should be: this customer belongs in this access group during this window, because of that.
 *
 * @param window with the time before and after a booking already in it
 */
public record Entitlement(CustomerId customer, AccessGroupId group, Window window, Because because)
        implements Comparable<Entitlement> {

    private static final Comparator<Entitlement> ORDER = Comparator.comparing(Entitlement::customer)
            .thenComparing(Entitlement::group)
            .thenComparing(Entitlement::window)
            .thenComparing(entitlement -> entitlement.because().toString());

    public Entitlement {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(because, "because");
    }

    public boolean holdsAt(Instant instant) {
        return window.contains(instant);
    }

    @Override
    public int compareTo(Entitlement other) {
        return ORDER.compare(this, other);
    }
}
