package app.latchkey.sync.plan;

/** Why something that is wanted is deliberately not done. */
public enum WithheldReason {
    /** Two customers share the e-mail address. */
    TWO_CUSTOMERS_ONE_EMAIL,
    /** Several Salto users of the site share the e-mail address. */
    SEVERAL_SALTO_USERS,
    /** Another customer is already linked to this Salto user. */
    SALTO_USER_TAKEN,
    /** Neither an e-mail address nor a card: no way to make a Salto user. */
    NO_WAY_TO_INVITE,
    /** The linked Salto user is gone from the site. */
    LINK_BROKEN,
    /** Site admin, owner, or the user we sign in with: never touched. */
    PROTECTED_PERSON,
    /** Somebody took the person out again after we had put him back. */
    TAKEN_OUT_BY_HAND,
    /** Somebody else keeps ending what we grant: asked, not fought. */
    BACK_AND_FORTH,
    /** The access group is gone from Salto. */
    GROUP_GONE,
    /** The site has no seat left. */
    NO_SEAT,
    /** An operator said no. */
    REFUSED
}
