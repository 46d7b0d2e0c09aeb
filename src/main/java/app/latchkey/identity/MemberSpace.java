package app.latchkey.identity;

import app.latchkey.shared.CustomerId;
import app.latchkey.space.Space;
import java.util.List;

/** A space that knows a member's address, and as which customers: usually one. */
public record MemberSpace(Space space, List<CustomerId> customers) {

    public MemberSpace {
        customers = List.copyOf(customers);
    }
}
