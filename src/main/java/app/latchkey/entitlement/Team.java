package app.latchkey.entitlement;

import app.latchkey.shared.CustomerId;
import java.util.List;
import java.util.Objects;

/**
 * A company's people: Nexudus's Team.
 *
 * @param holder who buys for it: its paying member, or the company's own customer record
 * @param members in the order in which they joined
 * @param sharesPasses whether the holder's passes are for all of them, as Nexudus's {@code ShareTimePasses} says
 */
public record Team(CustomerId holder, List<CustomerId> members, boolean sharesPasses) {

    /** One whose members use passes of their own. */
    public Team(CustomerId holder, List<CustomerId> members) {
        this(holder, members, false);
    }

    public Team {
        Objects.requireNonNull(holder, "holder");
        members = List.copyOf(members);
    }
}
