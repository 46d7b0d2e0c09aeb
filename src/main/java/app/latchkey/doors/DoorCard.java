package app.latchkey.doors;

import app.latchkey.look.State;
import java.util.List;
import java.util.Optional;

/**
 * One door as its member sees it.
 *
 * @param chip the state in words, such as "Opens for you until 18:15"
 * @param lines sentences below the name, the because first
 * @param left the share of the window that is still ahead, 0 to 1, where it opens now and ends
 * @param remedy what the one button says
 */
public record DoorCard(
        String door, State state, String chip, List<String> lines, Optional<Double> left, Optional<String> remedy) {

    public DoorCard {
        lines = List.copyOf(lines);
    }
}
