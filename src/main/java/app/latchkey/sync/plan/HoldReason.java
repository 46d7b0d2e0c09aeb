package app.latchkey.sync.plan;

/** Why a change that is right is not written now. */
public enum HoldReason {
    WATCHING,
    PAUSED,
    FROZEN,
    /** Salto and the ledger have not been compared since a time of which nothing is known. */
    UNKNOWN,
    /** The space lets people in and takes nobody out. */
    GRANTS_ONLY,
    /** The removal follows from an absence in a source that was not read to the end. */
    NEXUDUS_INCOMPLETE,
    /** The purchase was missing in the last complete reading: once more, and it is gone. */
    PURCHASE_DOUBTED,
    /** Whether the person is already in by hand is not known. */
    SALTO_INCOMPLETE,
    /** More changes at once than the rails let pass: waits for somebody's yes. */
    RAILS
}
