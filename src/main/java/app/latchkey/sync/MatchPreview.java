package app.latchkey.sync;

import app.latchkey.shared.CustomerId;
import java.util.List;
import java.util.Optional;

/**
 * What other matches would change, by name. Two that are equal promise the same.
 *
 * @param version the published version that would be replaced
 * @param running of those who lose, how many are in the middle of a booking
 */
public record MatchPreview(long version, List<Line> gains, List<Line> losses, int running) {

    public MatchPreview {
        gains = List.copyOf(gains);
        losses = List.copyOf(losses);
    }

    /**
     * One person and one access group.
     *
     * @param now whether it is so at once; else later, when something begins
     */
    public record Line(Optional<CustomerId> customer, String name, String group, boolean now) {}
}
