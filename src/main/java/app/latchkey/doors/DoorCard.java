package app.latchkey.doors;

import app.latchkey.entitlement.Remedy;
import app.latchkey.look.State;
import java.util.List;
import java.util.Optional;

/**
 * One door as its member sees it, or several that stand just alike.
 *
 * @param doors their names
 * @param chip the state in words, such as "Opens for you until 18:15"
 * @param lines sentences below the name, the because first
 * @param left the share of the window that is still ahead, 0 to 1, where it opens now and ends
 * @param help the one thing that would help
 */
public record DoorCard(
        List<String> doors, State state, String chip, List<String> lines, Optional<Double> left, Optional<Help> help) {

    public DoorCard {
        doors = List.copyOf(doors);
        lines = List.copyOf(lines);
    }

    /** @param label the words on the button */
    public record Help(Remedy remedy, String label) {}

    /** All names in one line. */
    public String title() {
        return String.join(", ", doors);
    }

    DoorCard named(List<String> names) {
        return new DoorCard(names, state, chip, lines, left, help);
    }
}
