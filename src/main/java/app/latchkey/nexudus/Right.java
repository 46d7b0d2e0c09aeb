package app.latchkey.nexudus;

/** A right of Nexudus's that Latchkey needs, named as Nexudus names it. */
public enum Right {
    LOCATIONS("Business-List", "your location"),
    CUSTOMERS("Coworker-List", "your customers"),
    CUSTOMER("Coworker-Read", "one customer"),
    PASSES("TimePass-List", "passes"),
    PASS("TimePass-Read", "at which locations a pass counts"),
    BOUGHT_PASSES("CoworkerTimePass-List", "which customers have which pass"),
    RESOURCES("Resource-List", "resources"),
    DESKS("FloorPlanDesk-List", "desks and offices"),
    BOOKINGS("Booking-List", "bookings"),
    BOOKING("Booking-Read", "one booking"),
    CONTRACTS("CoworkerContract-List", "contracts"),
    CONTRACT("CoworkerContract-Read", "the desks of a contract"),
    PAUSES("ContractPausedPeriod-List", "paused contracts"),
    CHECK_INS("Checkin-List", "check-ins"),
    WEBHOOKS("Webhook-List", "webhooks");

    private final String role;
    private final String what;

    Right(String role, String what) {
        this.role = role;
        this.what = what;
    }

    /** As it stands in Nexudus's list of rights, such as {@code Booking-List}. */
    public String role() {
        return role;
    }

    /** What it lets us see, for people. */
    public String what() {
        return what;
    }
}
