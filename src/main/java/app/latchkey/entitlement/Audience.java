package app.latchkey.entitlement;

/** Who reads a sentence. */
public enum Audience {
    OPERATOR,
    MEMBER,
    STAFF
}
