package app.latchkey.matching;

import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.ItemId;
import java.util.Set;

/**
 * An item as suggestions see it.
 *
 * @param holders who has bought it, booked it or holds a contract on it at present
 */
public record MatchableItem(ItemId id, String name, Set<EmailAddress> holders) {

    public MatchableItem {
        holders = Set.copyOf(holders);
    }
}
