package app.latchkey.connection;

import app.latchkey.shared.SpaceId;

/** One of the two companies a space is connected to. */
public enum Partner {
    SALTO("Salto KS"),
    NEXUDUS("Nexudus");

    private final String title;

    Partner(String title) {
        this.title = title;
    }

    /** The name as people write it. */
    public String title() {
        return title;
    }

    /** Whose budget counts what is asked for a space. */
    public String credential(SpaceId space) {
        return switch (this) {
            case SALTO -> "salto " + space;
            case NEXUDUS -> "nexudus " + space;
        };
    }

    /** Whether 401 can mean a right that is missing as well as a token that ended. */
    boolean mayRefuseRightsAsTokens() {
        return this == NEXUDUS;
    }

    /** Where a secret of this partner lies: it opens nowhere else. */
    public String place(SpaceId space, String column) {
        return space + "|" + this + "|" + column;
    }
}
