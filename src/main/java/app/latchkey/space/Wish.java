package app.latchkey.space;

/** What a space may ask of Latchkey besides its doors. */
public enum Wish {
    /** The team reads each morning who arrives. */
    MORNING_MAIL("morning_mail"),
    /** Problems with access are noted in Nexudus too. */
    TELL_NEXUDUS("tell_nexudus"),
    /** PINs that Salto makes are written to the customer in Nexudus too. */
    PIN_TO_NEXUDUS("pin_to_nexudus"),
    /** Whoever first opens a door on a day pass is checked in at Nexudus. */
    CHECK_IN_AT_DOOR("check_in_at_door");

    private final String column;

    Wish(String column) {
        this.column = column;
    }

    /** Of the table {@code space}. */
    String column() {
        return column;
    }
}
