package app.latchkey.space;

/** What Latchkey may do to a space's doors. */
public enum Mode {
    /** Says what it would do and writes nothing. */
    WATCH,
    /** Lets people in and takes nobody out. */
    GRANTS_ONLY,
    /** Lets people in and takes them out again. */
    FULL
}
