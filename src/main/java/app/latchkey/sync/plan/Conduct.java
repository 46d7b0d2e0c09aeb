package app.latchkey.sync.plan;

/** What may be written now: the space's mode, unless it is paused or frozen, or does not know enough. */
public enum Conduct {
    FULL,
    GRANTS_ONLY,
    WATCHING,
    PAUSED,
    FROZEN,
    /** What happened lately is not known: see {@link Comparison}. */
    UNKNOWN
}
