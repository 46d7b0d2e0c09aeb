package app.latchkey.connection;

import app.latchkey.shared.SpaceId;
import java.time.Duration;
import java.time.Instant;

/** Somebody signed in again where a connection had died. */
public record ConnectionRevived(SpaceId space, Partner partner, Instant diedAt, Instant at) {

    /** How long nothing could be done there. */
    public Duration away() {
        return Duration.between(diedAt, at);
    }
}
