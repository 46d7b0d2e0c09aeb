package app.latchkey.entitlement;

/** How a pass is used up: by the day, or by the minutes of the stay. */
public enum PassKind {
    DAY,
    MINUTES
}
