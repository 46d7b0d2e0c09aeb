package app.latchkey.sync;

/** What a run looked at. */
public enum RunKind {
    TARGETED,
    FULL,
    REVIEW,
    /** Nothing but what was ours, when a space leaves. */
    LEAVING,
    /** What people open with. */
    KEYS
}
