package app.latchkey.nexudus;

import app.latchkey.space.Decider;
import java.util.EnumSet;
import java.util.Set;

/** One kind of record that a full read goes through, in its order. */
public enum Source {
    ITEMS("passes, resources, desks and offices"),
    CUSTOMERS("customers"),
    PASSES("passes bought"),
    BOOKINGS("bookings"),
    CONTRACTS("contracts"),
    PAUSES("paused contracts"),
    CHECK_INS("check-ins"),
    DECISIONS("groups pushed");

    /** What is gone through where Latchkey reads what people buy. */
    static final Set<Source> OF_PURCHASES = Set.copyOf(EnumSet.complementOf(EnumSet.of(DECISIONS)));

    /** What is gone through where Nexudus itself decides. */
    static final Set<Source> OF_DECISIONS = Set.of(CUSTOMERS, DECISIONS);

    /** What is gone through in a space; of the others nothing is ever read there. */
    public static Set<Source> of(Decider decider) {
        return switch (decider) {
            case LATCHKEY -> OF_PURCHASES;
            case NEXUDUS -> OF_DECISIONS;
        };
    }

    private final String title;

    Source(String title) {
        this.title = title;
    }

    /** For people, in lower case. */
    public String title() {
        return title;
    }
}
