package app.latchkey.sync;

import app.latchkey.entitlement.Reason;
import app.latchkey.shared.CustomerId;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who is still in a group although nothing lets him in any more.
 *
 * @param since when it should have ended
 * @param why the removal is held
 */
public record OverdueEnd(
        Optional<CustomerId> customer, String name, String group, Instant since, Optional<Reason> why) {}
