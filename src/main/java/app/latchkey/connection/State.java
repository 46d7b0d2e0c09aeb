package app.latchkey.connection;

/** How a connection stands. */
public enum State {
    /** Never made, or taken back. */
    ABSENT,
    CONNECTED,
    /** The partner no longer accepts what it once gave us: somebody has to sign in again. */
    NEEDS_SIGN_IN,
    /** Connected, but the partner has not answered lately. */
    PARTNER_SILENT
}
