package app.latchkey.sync;

/** How far looking at somebody again has come. */
public enum Recheck {
    WAITING,
    READING,
    DONE,
    /** It was tried and did not come to an end; it is tried again by itself. */
    FAILED
}
