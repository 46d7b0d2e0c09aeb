package app.latchkey.nexudus;

import app.latchkey.entitlement.PurchaseKind;
import java.util.Optional;

/** A kind of record of Nexudus's: where it lies, and how its filters are named. */
enum Entity {
    BUSINESS("sys/businesses", "Business"),
    COWORKER("spaces/coworkers", "Coworker"),
    TIME_PASS("billing/timepasses", "TimePass"),
    COWORKER_TIME_PASS("billing/coworkertimepasses", "CoworkerTimePass"),
    RESOURCE("spaces/resources", "Resource"),
    DESK("sys/floorplandesks", "FloorPlanDesk"),
    DESK_VARIANT("sys/floorplandeskvariants", "FloorPlanDeskVariant"),
    BOOKING("spaces/bookings", "Booking"),
    CONTRACT("billing/coworkercontracts", "CoworkerContract"),
    PAUSE("billing/contractpausedperiods", "ContractPausedPeriod"),
    BOOKING_VISITOR("spaces/bookingvisitors", "BookingVisitor"),
    TEAM("spaces/teams", "Team"),
    INVOICE("billing/coworkerinvoices", "CoworkerInvoice"),
    CHECK_IN("spaces/checkins", "Checkin"),
    WEBHOOK("sys/webhooks", "Webhook"),
    ACCESS_CONTROL_AUDIT("sys/coworkeraccesscontrolaudits", "CoworkerAccessControlAudit"),
    TIME_ZONE("sys/simpletimezones", "SimpleTimeZone");

    private final String path;
    private final String title;

    Entity(String path, String title) {
        this.path = path;
        this.title = title;
    }

    String path() {
        return path;
    }

    /** What Nexudus keeps a purchase as; nothing for what it says itself. */
    static Optional<Entity> of(PurchaseKind kind) {
        return switch (kind) {
            case PASS -> Optional.of(COWORKER_TIME_PASS);
            case BOOKING -> Optional.of(BOOKING);
            case CONTRACT -> Optional.of(CONTRACT);
            case DECIDED -> Optional.empty();
        };
    }

    String path(long id) {
        return path + "/" + id;
    }

    /** Such as {@code Booking_Coworker=5}; linked ids are named without their Id. */
    String filter(String property, Object value) {
        return title + "_" + property + "=" + value;
    }

    /** From this value on, itself included. */
    String from(String property, Object value) {
        return "from_" + filter(property, value);
    }
}
