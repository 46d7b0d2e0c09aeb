package app.latchkey.space;

import app.latchkey.shared.ItemId;
import java.math.BigDecimal;
import java.util.Set;

/**
 * When an unpaid invoice closes doors.
 *
 * @param on whether it does at all
 * @param days how many days after the due day doors stay open
 * @param weekends whether Saturdays and Sundays count among them
 * @param tolerated what may stay unpaid without a consequence, in the location's currency
 * @param exempt items that open doors whatever is unpaid
 */
public record OverdueSetting(boolean on, int days, boolean weekends, BigDecimal tolerated, Set<ItemId> exempt) {

    private static final int LONGEST_DAYS = 365;

    public OverdueSetting {
        tolerated = tolerated.signum() == 0 ? BigDecimal.ZERO : tolerated.stripTrailingZeros();
        exempt = Set.copyOf(exempt);
        if (days < 0 || days > LONGEST_DAYS) {
            throw new IllegalArgumentException("Doors close between 0 and 365 days after an invoice is due: " + days);
        }
        if (tolerated.signum() < 0) {
            throw new IllegalArgumentException("Nobody owes less than nothing: " + tolerated);
        }
    }

    /** Off; once switched on, two weeks after the due day. */
    public static OverdueSetting off() {
        return new OverdueSetting(false, 14, true, BigDecimal.ZERO, Set.of());
    }
}
