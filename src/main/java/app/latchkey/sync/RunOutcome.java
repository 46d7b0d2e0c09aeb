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
    STOPPED
}
