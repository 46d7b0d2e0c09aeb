package app.latchkey.connection;

import app.latchkey.shared.SpaceId;
import java.time.Instant;

/** Somebody signed in again where a connection had died. Published in the transaction that notes it. */
public record ConnectionRevived(SpaceId space, Partner partner, Instant diedAt, Instant at) {}
