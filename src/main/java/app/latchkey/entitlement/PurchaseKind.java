package app.latchkey.entitlement;

/** The three ways in which a customer earns access; each is a source of its own in Nexudus. */
public enum PurchaseKind {
    BOOKING,
    PASS,
    CONTRACT
}
