package app.latchkey.sync;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import java.time.Instant;
import java.util.List;

/**
 * Who comes in by a day pass that was never checked in: Nexudus uses a day pass up by its check-in alone, so that such a pass opens doors for as long as
 * nobody looks. Opens the space's scope by itself.
 */
public interface CheckIns {

    /** Whoever opened a door since then and had nothing else that let them in at the last time; the most often first. */
    List<CameIn> withoutCheckIn(SpaceId space, Instant since);

    /** Whom we have checked in at the door since then, or set out to, the last first; only where the space has asked for it. */
    List<ByUs> byUs(SpaceId space, Instant since);

    /** What came of checking somebody in. */
    enum Outcome {
        /** Nexudus has not said; it is not asked again that day. */
        ASKED,
        DONE,
        REFUSED,
        /** Somebody else had, and we had not heard of it: nothing was asked of Nexudus. */
        ALREADY
    }

    /** @param cameAt when the door was opened */
    record ByUs(CustomerId customer, String name, Instant cameAt, Outcome outcome) {}

    /**
     * @param last when a door was opened last
     * @param days on how many days, in the space's zone
     * @param boughtAt when the pass came to the customer
     */
    record CameIn(CustomerId customer, String name, Instant last, int days, String pass, Instant boughtAt) {}
}
