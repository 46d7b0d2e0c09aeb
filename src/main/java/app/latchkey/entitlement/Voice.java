package app.latchkey.entitlement;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

/**
 * How a sentence is to be said: to whom, in which space, and when.
 *
 * @param zone the space's zone, in which all times are given
 */
public record Voice(Audience audience, String spaceName, ZoneId zone, Instant now) {

    public Voice {
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(spaceName, "spaceName");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(now, "now");
    }

    public TimeWords times() {
        return new TimeWords(zone, now);
    }
}
