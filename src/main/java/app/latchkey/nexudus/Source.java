package app.latchkey.nexudus;

/** One kind of record that a full read goes through, in its order. */
public enum Source {
    ITEMS("passes, resources, desks and offices"),
    CUSTOMERS("customers"),
    PASSES("passes bought"),
    BOOKINGS("bookings"),
    CONTRACTS("contracts"),
    PAUSES("paused contracts"),
    CHECK_INS("check-ins");

    private final String title;

    Source(String title) {
        this.title = title;
    }

    /** For people, in lower case. */
    public String title() {
        return title;
    }
}
