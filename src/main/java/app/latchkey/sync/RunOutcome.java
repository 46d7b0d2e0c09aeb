package app.latchkey.sync;

/** How a run ended. */
public enum RunOutcome {
    RUNNING,
    DONE,
    /** Some steps failed and are due again. */
    PARTLY,
    /** A partner could not be read; nothing was concluded. */
    FAILED,
    /** Another server took over. */
    STOPPED,
    /** Recorded by a newer version than this one, which does not understand it. Never written. */
    FROM_NEWER_VERSION
}
