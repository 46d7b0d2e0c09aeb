package app.latchkey.sync;

/** Why a door does not open, or not yet: a code that each page puts into its own words. */
public enum WhyNot {
    NEVER_BOUGHT,
    TOO_EARLY,
    JUST_ENDED,
    BOOKING_NOT_CONFIRMED,
    PASS_USED_UP,
    PASS_EXPIRED,
    CONTRACT_NOT_BEGUN,
    CONTRACT_PAUSED,
    CONTRACT_ENDED,
    SUSPENDED,
    ON_ITS_WAY,
    TWO_CUSTOMERS_ONE_EMAIL,
    SEVERAL_SALTO_USERS,
    SALTO_USER_TAKEN,
    NO_WAY_TO_INVITE,
    LINK_BROKEN,
    PROTECTED_PERSON,
    REFUSED,
    WAITING_FOR_APPROVAL,
    NO_SEAT,
    INVITATION_OPEN,
    BLOCKED_IN_SALTO,
    DOOR_NOT_SET_UP,
    LOCK_OFFLINE,
    SALTO_SILENT,
    NEXUDUS_SILENT,
    TAKEN_OUT_BY_HAND,
    /** Somebody else keeps ending what we grant. */
    BACK_AND_FORTH,
    GROUP_GONE,
    /** Our own record of the membership cannot be read. */
    NOT_UNDERSTOOD,
    SPACE_PAUSED,
    SPACE_FROZEN,
    WATCHING
}
