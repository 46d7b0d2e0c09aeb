package app.latchkey.sync;

import app.latchkey.entitlement.Cure;
import app.latchkey.entitlement.Explanation;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.ItemId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether one person can open the doors of one access group, why, and what would change that.
 *
 * @param cures the fewest things that open it, all of them together; none where it opens, or will without anybody's doing. Empty when nothing here
 *     would: the person is looked after by hand
 */
public record DoorAnswer(AccessGroupId group, Explanation explanation, Optional<List<Cure>> cures, Names names) {

    /**
     * How what the cures name is called.
     *
     * @param purchases by what they are of: "Room 2"
     * @param earning what opens the group's doors when it is bought, booked or contracted
     */
    public record Names(
            String group,
            Map<PurchaseKey, String> purchases,
            Map<ItemId, String> items,
            Map<CustomerId, String> customers,
            List<String> earning) {

        public Names {
            purchases = Map.copyOf(purchases);
            items = Map.copyOf(items);
            customers = Map.copyOf(customers);
            earning = List.copyOf(earning);
        }
    }
}
