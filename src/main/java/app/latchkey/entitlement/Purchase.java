package app.latchkey.entitlement;

import app.latchkey.shared.CustomerId;
import java.util.List;
import java.util.Optional;

/**
 * A pass bought, a booking made or a contract signed: the fact that earns access. Holds what Nexudus says, even where that makes no sense:
 * {@link Entitlements} sorts that out.
 */
public sealed interface Purchase permits Booking, Pass, Contract, Decided {

    PurchaseKey key();

    /** Whose it is; a booking may be nobody's. */
    Optional<CustomerId> owner();

    /** The items it is for: of a booking its resource and its desk, of a contract its desks and offices, of a decision its group. */
    List<NamedItem> items();
}
