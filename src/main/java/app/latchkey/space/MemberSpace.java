package app.latchkey.space;

import app.latchkey.shared.CustomerId;
import java.util.List;

/** A space that knows a member's address, and as which customers: usually one. */
public record MemberSpace(Space space, List<CustomerId> customers) {

    public MemberSpace {
        customers = List.copyOf(customers);
    }
}
