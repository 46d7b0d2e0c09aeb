package app.latchkey.identity;

/** What somebody who is signed in may look at; one person can be all of them. */
public enum Role {
    /** Is in the team of a space. */
    OPERATOR,
    /** Everybody: the member's pages show what one's own verified address has. */
    MEMBER,
    /** Runs the service: the address is in the setting {@code LATCHKEY_STAFF}. */
    STAFF
}
