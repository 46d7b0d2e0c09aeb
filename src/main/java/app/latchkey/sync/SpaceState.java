package app.latchkey.sync;

/** How a space is doing; only stopped and behind can alert. */
public enum SpaceState {
    RIGHT,
    BEHIND,
    STOPPED,
    WATCHING,
    PAUSED,
    IN_SET_UP
}
