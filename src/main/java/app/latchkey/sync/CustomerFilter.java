package app.latchkey.sync;

/** Which customers a list shows. */
public enum CustomerFilter {
    ALL,
    CAN_OPEN_NOW,
    WITHHELD,
    ON_ITS_WAY,
    BY_HAND
}
