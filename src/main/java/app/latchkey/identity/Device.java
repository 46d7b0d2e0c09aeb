package app.latchkey.identity;

import java.time.Instant;
import java.util.UUID;

/** A device on which a member stays signed in. */
public record Device(UUID id, String label, Instant since, Instant lastSeen, Instant until) {}
