package app.latchkey.space;

/** What somebody of a space's team may do there. */
public enum TeamRole {
    /** Everything, and it is their space. */
    OWNER,
    /** Everything but giving the space away. */
    OPERATOR,
    /** Sees, and gives access until the end of today. */
    FRONT_DESK;

    public boolean operates() {
        return switch (this) {
            case OWNER, OPERATOR -> true;
            case FRONT_DESK -> false;
        };
    }
}
