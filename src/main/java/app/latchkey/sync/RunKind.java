package app.latchkey.sync;

/** What a run looked at. */
public enum RunKind {
    TARGETED,
    FULL,
    REVIEW,
    /** Nothing but what was ours, when a space leaves. */
    LEAVING,
    /** What people open with. */
    KEYS,
    /** Recorded by a newer version than this one, which does not understand it. Never written. */
    FROM_NEWER_VERSION
}
