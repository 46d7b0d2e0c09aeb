package app.latchkey.shared;

/** Nexudus's id of a customer (their Coworker). */
public record CustomerId(long value) implements Comparable<CustomerId> {

    @Override
    public int compareTo(CustomerId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
