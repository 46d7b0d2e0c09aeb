package app.latchkey.shared;

import java.util.Objects;
import java.util.UUID;

/** Our id of a space, the tenant. */
public record SpaceId(UUID value) implements Comparable<SpaceId> {

    public SpaceId {
        Objects.requireNonNull(value, "value");
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static SpaceId of(String text) {
        return new SpaceId(UUID.fromString(text));
    }

    @Override
    public int compareTo(SpaceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
