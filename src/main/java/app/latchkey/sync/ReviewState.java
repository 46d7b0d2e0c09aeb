package app.latchkey.sync;

/** How far a review has come. */
public enum ReviewState {
    NONE,
    READING,
    READY,
    STOPPED
}
