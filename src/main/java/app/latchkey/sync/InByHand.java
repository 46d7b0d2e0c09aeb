package app.latchkey.sync;

import app.latchkey.entitlement.Because;
import app.latchkey.shared.CustomerId;
import app.latchkey.sync.ReviewAnswer.InGroup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who is in an access group because others have put them there.
 *
 * @param customer where Nexudus knows the person
 * @param because what would let the person in as well; none where nothing bought explains it
 * @param endsAt when an operator has said that it ends
 * @param untouchable whether an operator has said that Latchkey never changes it
 */
public record InByHand(
        InGroup place,
        Optional<CustomerId> customer,
        String name,
        String groupName,
        List<Because> because,
        Optional<Instant> endsAt,
        boolean untouchable) {

    public InByHand {
        because = List.copyOf(because);
    }
}
