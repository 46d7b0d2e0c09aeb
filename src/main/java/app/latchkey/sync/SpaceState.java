package app.latchkey.sync;

/** How a space is doing; only stopped and behind can alert. */
public enum SpaceState {
    RIGHT,
    BEHIND,
    STOPPED,
    WATCHING,
    PAUSED,
    /** Every write is held until an hour that is known; it lapses by itself. */
    FROZEN,
    /** Nothing is written until Salto was compared with the ledger, or an operator has answered what differs. */
    COMPARING,
    IN_SET_UP,
    LEAVING
}
