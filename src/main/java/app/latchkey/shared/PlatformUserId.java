package app.latchkey.shared;

import java.util.Objects;
import java.util.UUID;

/** Salto's id of a person over all sites: for group memberships and door events. */
public record PlatformUserId(UUID value) implements Comparable<PlatformUserId> {

    public PlatformUserId {
        Objects.requireNonNull(value, "value");
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static PlatformUserId of(String text) {
        return new PlatformUserId(UUID.fromString(text));
    }

    @Override
    public int compareTo(PlatformUserId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
