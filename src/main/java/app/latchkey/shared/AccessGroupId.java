package app.latchkey.shared;

import java.util.Objects;
import java.util.UUID;

/** Salto's id of an access group. */
public record AccessGroupId(UUID value) implements Comparable<AccessGroupId> {

    public AccessGroupId {
        Objects.requireNonNull(value, "value");
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static AccessGroupId of(String text) {
        return new AccessGroupId(UUID.fromString(text));
    }

    @Override
    public int compareTo(AccessGroupId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
