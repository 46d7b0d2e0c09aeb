package app.latchkey.shared;

/** Nexudus's id of a location (their Business). */
public record LocationId(long value) implements Comparable<LocationId> {

    @Override
    public int compareTo(LocationId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
