package app.latchkey.doors;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.Language;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.ContactDetails;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A member's doors at one space.
 *
 * @param troubles what is true of all doors at once, such as a silent partner
 * @param seenAt when Salto's state of this person was last seen, of the door that was seen longest ago
 * @param told what became of the member's calls for help today, newest first
 */
public record SpaceDoors(
        SpaceId space,
        CustomerId customer,
        String name,
        ContactDetails contact,
        ZoneId zone,
        Language language,
        DoorSections doors,
        List<WayIn> ways,
        List<String> troubles,
        Optional<Instant> seenAt,
        List<String> told) {

    public SpaceDoors {
        ways = List.copyOf(ways);
        troubles = List.copyOf(troubles);
        told = List.copyOf(told);
    }
}
