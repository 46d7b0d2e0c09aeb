package app.latchkey.sync.plan;

import app.latchkey.entitlement.Because;
import java.util.Objects;

/** One reason that no longer holds, and why not. */
public record Ending(Because because, Cause cause) {

    public Ending {
        Objects.requireNonNull(because, "because");
        Objects.requireNonNull(cause, "cause");
    }

    /** Why a reason no longer holds. */
    public enum Cause {
        /** Its window is over, by our clock. */
        WINDOW_ENDED,
        /** The purchase is there and no longer earns this now: shortened, moved, cancelled, used. */
        PURCHASE_CHANGED,
        /** The purchase is no longer in a source that was read completely. */
        PURCHASE_GONE,
        /** The customer is suspended or archived. */
        CUSTOMER_STOPPED,
        /** The customer is no longer in Nexudus, which was read completely. */
        CUSTOMER_GONE,
        /** The item no longer earns the group. */
        MATCH_REMOVED,
        /** The customer is no longer linked to this Salto user. */
        LINK_REMOVED,
        /** Given by name, and taken back. */
        TAKEN_BACK
    }
}
