package app.latchkey.sync;

/** What came of approving a held plan. */
public enum Approval {
    APPROVED,
    /** The fingerprint is not that of the plan as it stands now: look again. */
    CHANGED,
    /** Somebody has decided it already, or it is gone. */
    DECIDED
}
