package app.latchkey.shared;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A Nexudus item that can be bought or booked. Nexudus numbers each kind apart, except that desks and offices share one series (their
 * FloorPlanDesk): {@link #sameRecord} tells both ids of one.
 *
 * @param value Nexudus's id within the kind
 */
public record ItemId(ItemKind kind, long value) implements Comparable<ItemId> {

    private static final Comparator<ItemId> ORDER =
            Comparator.comparing(ItemId::kind).thenComparingLong(ItemId::value);

    public ItemId {
        Objects.requireNonNull(kind, "kind");
    }

    public static ItemId pass(long value) {
        return new ItemId(ItemKind.PASS, value);
    }

    public static ItemId resource(long value) {
        return new ItemId(ItemKind.RESOURCE, value);
    }

    public static ItemId desk(long value) {
        return new ItemId(ItemKind.DESK, value);
    }

    public static ItemId office(long value) {
        return new ItemId(ItemKind.OFFICE, value);
    }

    /** @param value our own number of the access group */
    public static ItemId group(long value) {
        return new ItemId(ItemKind.GROUP, value);
    }

    /** Reads what {@link #toString()} wrote, such as {@code DESK-12}. */
    public static ItemId of(String text) {
        int dash = text.indexOf('-');
        if (dash < 0) {
            throw new IllegalArgumentException("An item id looks like DESK-12, not like " + text);
        }
        return new ItemId(ItemKind.valueOf(text.substring(0, dash)), Long.parseLong(text.substring(dash + 1)));
    }

    /** The ids by which the same record may be known: both kinds of a FloorPlanDesk, otherwise this one alone. */
    public List<ItemId> sameRecord() {
        return switch (kind) {
            case DESK, OFFICE -> List.of(desk(value), office(value));
            case PASS, RESOURCE, GROUP -> List.of(this);
        };
    }

    @Override
    public int compareTo(ItemId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind + "-" + value;
    }
}
