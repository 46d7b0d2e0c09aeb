package app.latchkey.sync;

import app.latchkey.shared.SpaceId;
import java.time.Instant;
import java.util.List;

/**
 * What a space's morning begins with. Each counts people, not changes.
 *
 * @param in whom Latchkey let in since then
 * @param out whom it took out
 * @param withheld who is entitled now and cannot be let in
 * @param today whose access begins or ends today, in the order of the day
 */
public record Overnight(int in, int out, int withheld, List<Arrival> today) {

    public Overnight {
        today = List.copyOf(today);
    }

    /** Nothing happened and nobody comes: nothing to write about. */
    public boolean isQuiet() {
        return in == 0 && out == 0 && withheld == 0 && today.stream().noneMatch(Arrival::begins);
    }

    /** Opens the space's scope by itself. */
    public interface Read {

        Overnight since(SpaceId space, Instant since, Instant now);
    }
}
