package app.latchkey.salto;

/** How it stands with a site's event stream. */
public enum StreamState {
    /** It tells what happens, or would if somebody listened. */
    LIVE,
    /** The site's subscription has none. */
    NOT_SUBSCRIBED,
    /** The connected account may not listen. */
    REFUSED,
    NOT_REACHABLE
}
