package app.latchkey.shared;

import java.util.Objects;
import java.util.UUID;

/** Salto's id of a site: the UUID, never the printed site UID. */
public record SiteId(UUID value) implements Comparable<SiteId> {

    public SiteId {
        Objects.requireNonNull(value, "value");
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static SiteId of(String text) {
        return new SiteId(UUID.fromString(text));
    }

    @Override
    public int compareTo(SiteId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
