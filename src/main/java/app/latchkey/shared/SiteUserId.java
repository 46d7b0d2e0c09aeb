package app.latchkey.shared;

import java.util.Objects;
import java.util.UUID;

/** Salto's id of a person at one site: for the user itself, its PIN, keys, subscription. Not for group memberships. */
public record SiteUserId(UUID value) implements Comparable<SiteUserId> {

    public SiteUserId {
        Objects.requireNonNull(value, "value");
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static SiteUserId of(String text) {
        return new SiteUserId(UUID.fromString(text));
    }

    @Override
    public int compareTo(SiteUserId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
