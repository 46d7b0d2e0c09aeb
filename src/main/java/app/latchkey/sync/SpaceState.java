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
    IN_SET_UP,
    LEAVING
}
