package app.latchkey.sync;

import java.time.Instant;

/** A minute has passed, as one node of all saw it. Whoever listens must not hold up the tick. */
public record Ticked(Instant at) {}
