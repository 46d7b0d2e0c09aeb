package app.latchkey.shared;

import java.util.Objects;
import java.util.UUID;

/** Salto's id of a lock. */
public record LockId(UUID value) implements Comparable<LockId> {

    public LockId {
        Objects.requireNonNull(value, "value");
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static LockId of(String text) {
        return new LockId(UUID.fromString(text));
    }

    @Override
    public int compareTo(LockId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
