package app.latchkey.sync.plan;

import app.latchkey.shared.PlatformUserId;

/** Which Salto user a customer is, as far as that is settled. */
public sealed interface Link {

    /** Confirmed, or established beyond doubt. */
    record Linked(PlatformUserId user) implements Link {}

    /** Nobody at the site is this customer: invited when something first falls due. */
    record ToInvite() implements Link {}

    /** Not to be linked without a decision. */
    record Withheld(WithheldReason reason) implements Link {}
}
