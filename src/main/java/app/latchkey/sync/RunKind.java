package app.latchkey.sync;

/** What a run looked at. */
public enum RunKind {
    TARGETED,
    FULL,
    REVIEW
}
