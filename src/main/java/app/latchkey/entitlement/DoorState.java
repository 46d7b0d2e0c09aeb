package app.latchkey.entitlement;

/** How a door stands to one member. */
public enum DoorState {
    /** Salto has the membership and the window is now. */
    OPEN,
    /** Entitled later. */
    NEXT,
    /** Entitled now; Salto does not have it yet. */
    ON_ITS_WAY,
    WITHHELD,
    /** Ended a short while ago. */
    CLOSED,
    /** In the group, put there by somebody else. */
    BY_HAND
}
