package app.latchkey.sync.plan;

/** What may be written now: the space's mode, unless it is paused or frozen. */
public enum Conduct {
    FULL,
    GRANTS_ONLY,
    WATCHING,
    PAUSED,
    FROZEN
}
