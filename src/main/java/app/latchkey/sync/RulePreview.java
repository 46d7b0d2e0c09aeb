package app.latchkey.sync;

import app.latchkey.shared.CustomerId;
import java.util.List;

/**
 * What other rules would change, by name, worked out as a run does.
 *
 * @param shifts who keeps the access and has it for another time today
 * @param seats who would give a seat back at once, as far as the groups that are read say
 */
public record RulePreview(
        List<MatchPreview.Line> gains, List<MatchPreview.Line> losses, List<Shift> shifts, List<String> seats) {

    public RulePreview {
        gains = List.copyOf(gains);
        losses = List.copyOf(losses);
        shifts = List.copyOf(shifts);
        seats = List.copyOf(seats);
    }

    /** Rules that stay as they are. */
    public static RulePreview nothing() {
        return new RulePreview(List.of(), List.of(), List.of(), List.of());
    }

    /** @param minutes how much more is left of today; less, when negative */
    public record Shift(CustomerId customer, String name, long minutes) {}

    /** Whether the same people would gain and lose; minutes go by while somebody looks. */
    public boolean promisesTheSameAs(RulePreview other) {
        return gains.equals(other.gains) && losses.equals(other.losses);
    }
}
