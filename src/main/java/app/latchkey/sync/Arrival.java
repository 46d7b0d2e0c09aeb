package app.latchkey.sync;

import app.latchkey.entitlement.Reason;
import app.latchkey.shared.CustomerId;
import java.time.Instant;
import java.util.Optional;

/** Somebody whose access begins or ends today. */
public record Arrival(
        CustomerId customer, String name, String group, Instant at, boolean begins, Optional<Reason> broken) {}
