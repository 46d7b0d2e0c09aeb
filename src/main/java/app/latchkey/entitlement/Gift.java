package app.latchkey.entitlement;

import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.Window;
import java.util.Objects;

/**
 * Access that somebody of the team gave by name, without a purchase.
 *
 * @param window always with an end: what lasts is bought or signed
 * @param by who gave it, as members may read it
 * @param reason in the giver's words
 */
public record Gift(CustomerId customer, AccessGroupId group, Window window, String by, String reason) {

    public Gift {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(group, "group");
        if (window.end().isEmpty()) {
            throw new IllegalArgumentException("Access that is given has an end");
        }
        if (by.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("Access is given by somebody, for a reason");
        }
    }

    Entitlement entitlement() {
        return new Entitlement(
                customer, group, window, new Because.Given(by, window.end().orElseThrow(), reason));
    }
}
