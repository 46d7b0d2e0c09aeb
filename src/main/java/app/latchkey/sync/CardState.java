package app.latchkey.sync;

/** How an access card that a customer has in Nexudus stands in Salto. */
public enum CardState {
    IN_SALTO,
    ON_ITS_WAY,
    /** Its earlier owner has it still; it is given once Salto has let go of it. */
    BEING_MOVED,
    /** Tags are given by hand here. */
    BY_HAND,
    /** A Salto user has one tag, and this customer another one already. */
    SECOND_CARD,
    /** In Salto the person has another tag, which somebody else gave. */
    ANOTHER_TAG,
    /** Two people have this card in Nexudus. */
    WANTED_TWICE,
    /** Somebody else of the site has it, to whom we did not give it. */
    HELD_BY_ANOTHER,
    /** The site's owner or an administrator has it: it may be the key to every door. */
    HELD_BY_ADMINISTRATOR,
    NOT_REGISTERED,
    OF_ANOTHER_SITE,
    /** Salto said no. */
    REFUSED,
    /** Recorded by a newer version than this one, which does not understand it. Never written. */
    FROM_NEWER_VERSION
}
