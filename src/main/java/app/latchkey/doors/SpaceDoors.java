package app.latchkey.doors;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.Language;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.ContactDetails;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A member's doors at one space.
 *
 * @param who the customer's name, which tells apart those who share an address
 * @param waysSeen when the ways in were read, in words
 * @param usesPin whether the member may open by a PIN here, and so make one
 * @param troubles what is true of all doors at once, such as a silent partner
 * @param seenAt when Salto's state of this person was last seen, of the door that was seen longest ago
 * @param told what became of the member's calls for help today, newest first
 */
public record SpaceDoors(
        SpaceId space,
        CustomerId customer,
        String who,
        String name,
        ContactDetails contact,
        ZoneId zone,
        Language language,
        DoorSections doors,
        List<WayIn> ways,
        Optional<String> waysSeen,
        boolean usesPin,
        List<String> troubles,
        Optional<Instant> seenAt,
        List<String> told) {

    public SpaceDoors {
        ways = List.copyOf(ways);
        troubles = List.copyOf(troubles);
        told = List.copyOf(told);
    }

    /**
     * In the order of a page: where something opens, where something else is to be said, then the rest. Two customers who are the same Salto
     * user are said once, and so is a space where only one of two has anything.
     */
    static List<SpaceDoors> inOrder(List<SpaceDoors> all) {
        List<SpaceDoors> ordered = new ArrayList<>();
        all.stream()
                .sorted(Comparator.comparingInt(SpaceDoors::rank))
                .filter(doors -> ordered.stream().noneMatch(doors::addsNothingTo))
                .forEach(ordered::add);
        return List.copyOf(ordered);
    }

    /** Whether there is nothing to say but that there is no door. */
    public boolean isQuiet() {
        return doors.isEmpty() && told.isEmpty();
    }

    /** What a door's card says: what is true of all doors stands above them already. */
    public List<String> linesOf(DoorCard card) {
        return card.lines().stream().filter(line -> !troubles.contains(line)).toList();
    }

    private int rank() {
        if (isQuiet()) {
            return 2;
        }
        return doors.open().isEmpty() && doors.onItsWay().isEmpty() ? 1 : 0;
    }

    private boolean addsNothingTo(SpaceDoors other) {
        boolean same = doors.equals(other.doors) && ways.equals(other.ways);
        return space.equals(other.space) && (isQuiet() || same);
    }
}
