package app.latchkey.entitlement;

import app.latchkey.shared.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

/**
 * How a sentence is to be said: to whom, in which space, when, and in which language.
 *
 * @param zone the space's zone, in which all times are given
 * @param language of what members read; operators and staff read English
 */
public record Voice(Audience audience, String spaceName, ZoneId zone, Instant now, Language language) {

    public Voice(Audience audience, String spaceName, ZoneId zone, Instant now) {
        this(audience, spaceName, zone, now, Language.EN);
    }

    public Voice {
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(spaceName, "spaceName");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(language, "language");
    }

    public TimeWords times() {
        return new TimeWords(zone, now, language);
    }
}
