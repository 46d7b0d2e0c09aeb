package app.latchkey.sync.plan;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.Window;
import app.latchkey.sync.plan.Decision.Grant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** The invitations that the grants among these decisions need, in their order: soonest due first. */
    static List<Invite> before(Collection<? extends Decision> decisions) {
        Map<CustomerId, Invite> invitations = new LinkedHashMap<>();
        for (Decision decision : decisions) {
            if (decision instanceof Grant grant && grant.subject() instanceof Subject.Newcomer newcomer) {
                invitations.putIfAbsent(newcomer.customer(), new Invite(newcomer.customer(), grant.window()));
            }
        }
        return new ArrayList<>(invitations.values());
    }
}
