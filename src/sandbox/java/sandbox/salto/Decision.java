package sandbox.salto;

/** What a simulated lock decides about somebody at the door. */
public enum Decision {
    OPENS("it opens"),
    UNKNOWN_PERSON("nobody of that name is a user of this site"),
    SITE_LAPSED("the site's subscription is not valid"),
    SUSPENDED("the user holds no seat: suspended"),
    BLOCKED("the user is blocked"),
    EXPIRED("the user has expired"),
    NO_GROUP("no access group of this user holds this door"),
    NOT_AT_THE_LOCK_YET("the membership or the time schedule has not reached the lock yet"),
    NO_SCHEDULE("the access group has no time schedule, so it opens nothing"),
    OUTSIDE_SCHEDULE("the access group's time schedule does not cover this moment"),
    NO_CREDENTIAL("the user has no app, tag or PIN to open with");

    private final String reason;

    Decision(String reason) {
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }

    public boolean opens() {
        return this == OPENS;
    }
}
