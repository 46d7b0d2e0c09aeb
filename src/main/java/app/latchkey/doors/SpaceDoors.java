package app.latchkey.doors;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.ContactDetails;
import java.util.List;

/** A member's doors at one space. */
public record SpaceDoors(
        SpaceId space,
        CustomerId customer,
        String name,
        ContactDetails contact,
        DoorSections doors,
        List<WayIn> ways,
        boolean paused) {

    public SpaceDoors {
        ways = List.copyOf(ways);
    }
}
