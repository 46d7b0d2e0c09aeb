package app.latchkey.people;

import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.PlatformUserId;
import java.util.Optional;

/** Who a customer is in Salto. */
public sealed interface LinkState {

    record Linked(PlatformUserId user, LinkEvidence evidence) implements LinkState {}

    /** Salto does not know this address yet: a user is made when the first window is due. */
    record ToInvite(EmailAddress email) implements LinkState {}

    /** Not decided by us. */
    record Withheld(WithheldReason reason) implements LinkState {}

    default Optional<PlatformUserId> linkedUser() {
        return this instanceof Linked linked ? Optional.of(linked.user()) : Optional.empty();
    }
}
