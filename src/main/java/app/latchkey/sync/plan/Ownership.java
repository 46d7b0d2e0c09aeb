package app.latchkey.sync.plan;

/** Whose a group membership is. */
public enum Ownership {
    /** We put the person in. */
    OURS,
    /** Somebody else put the person in, and it stays his: shown, never touched. */
    FOREIGN,
    /** Somebody else put the person in, and the operator asked us to look after it. */
    ADOPTED,
    /** Pinned by the operator: never touched, whatever else is true. */
    PROTECTED,
    /** This version does not understand what is recorded of it: never touched until one does. */
    UNREADABLE;

    /** Whether neither we nor anything that was bought changes it. */
    public boolean isPinned() {
        return this == PROTECTED || this == UNREADABLE;
    }

    /** Whether we may take the person out. */
    public boolean isOurs() {
        return this == OURS || this == ADOPTED;
    }
}
