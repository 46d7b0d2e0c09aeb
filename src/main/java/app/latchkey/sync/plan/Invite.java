package app.latchkey.sync.plan;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.Window;
import java.util.Objects;

/**
 * Make a Salto user for a customer before his first grant.
 *
 * @param firstDue the window that is due first
 */
public record Invite(CustomerId customer, Window firstDue) {

    public Invite {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(firstDue, "firstDue");
    }
}
