package app.latchkey.space;

/** Who works out what each customer of a space may open: one of the two at a time. */
public enum Decider {
    /** Latchkey, from passes, bookings and contracts that it reads. */
    LATCHKEY,
    /** Nexudus, which says each customer's access groups through its Custom ACS. */
    NEXUDUS
}
