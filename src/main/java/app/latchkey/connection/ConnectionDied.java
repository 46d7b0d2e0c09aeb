package app.latchkey.connection;

import app.latchkey.shared.SpaceId;
import java.time.Instant;

/** A partner no longer accepts a space's connection. Published once for each time it dies, in the transaction that notes it. */
public record ConnectionDied(SpaceId space, Partner partner, String reason, Instant at) {}
