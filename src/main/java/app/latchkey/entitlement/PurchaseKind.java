package app.latchkey.entitlement;

/** The ways in which a customer earns access; each is a source of its own in Nexudus. */
public enum PurchaseKind {
    BOOKING,
    PASS,
    CONTRACT,
    /** Whatever was bought, Nexudus itself says which access group it earns. */
    DECIDED
}
