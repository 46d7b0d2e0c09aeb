package app.latchkey.sync;

import app.latchkey.entitlement.Because;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.Window;
import java.util.List;
import java.util.Optional;

/**
 * One person and one access group of a review.
 *
 * @param customer none for a Salto user who is no customer
 * @param window when it counts; of somebody who will only gain later, that later window
 * @param reason why withheld
 * @param entitled by hand although a purchase would earn it: the question of adopting is about these
 */
public record ReviewLine(
        Optional<CustomerId> customer,
        String name,
        AccessGroupId group,
        String groupName,
        Outcome outcome,
        Optional<Window> window,
        List<Because> because,
        Optional<WhyNot> reason,
        boolean entitled) {

    public ReviewLine {
        because = List.copyOf(because);
    }

    /** What would happen. */
    public enum Outcome {
        GAIN,
        KEEP,
        BY_HAND,
        WITHHELD,
        LOSE
    }
}
