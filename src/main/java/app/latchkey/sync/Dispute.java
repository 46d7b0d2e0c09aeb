package app.latchkey.sync;

import app.latchkey.entitlement.Because;
import app.latchkey.shared.CustomerId;
import app.latchkey.sync.ReviewAnswer.InGroup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Somebody entitled whom somebody else keeps taking out: we stopped letting them in, and ask.
 *
 * @param backAndForth whether the person came and went again and again, rather than was taken out a second time
 * @param since since when we do not let them in
 * @param leftOut whether an operator has said that they stay out
 */
public record Dispute(
        InGroup place,
        Optional<CustomerId> customer,
        String name,
        String groupName,
        boolean backAndForth,
        Instant since,
        boolean leftOut,
        List<Because> because) {

    public Dispute {
        because = List.copyOf(because);
    }
}
