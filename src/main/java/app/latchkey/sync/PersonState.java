package app.latchkey.sync;

/** How a customer stands, worst first. */
public enum PersonState {
    WITHHELD,
    ON_ITS_WAY,
    CAN_OPEN,
    LATER,
    BY_HAND,
    NOTHING
}
