package sandbox.nexudus;

import java.util.List;

/** The entities of Nexudus that this sandbox knows. */
enum Kind {
    BUSINESS("sys/businesses", "Business", "Id", 1_404, List.of(), List.of()),
    SIMPLE_TIME_ZONE("sys/simpletimezones", "SimpleTimeZone", "", 2_000, List.of(), List.of()),
    COWORKER(
            "spaces/coworkers",
            "Coworker",
            "InvoicingBusinessId",
            1_060_000_000,
            List.of("Businesses", "Teams"),
            List.of("RegistrationDate")),
    CONTRACT(
            "billing/coworkercontracts",
            "CoworkerContract",
            "IssuedById",
            480_000,
            List.of("Desks", "Variants"),
            List.of(
                    "StartDate",
                    "RenewalDate",
                    "InvoicedPeriod",
                    "CancellationDate",
                    "InPausedPeriodFrom",
                    "InPausedPeriodUntil")),
    PAUSED_PERIOD(
            "billing/contractpausedperiods",
            "ContractPausedPeriod",
            "",
            9_000,
            List.of(),
            List.of("PauseFrom", "PauseUntil")),
    TARIFF("billing/tariffs", "Tariff", "BusinessId", 71_000, List.of("Businesses"), List.of()),
    TIME_PASS("billing/timepasses", "TimePass", "BusinessId", 35_000, List.of("Businesses", "Tariffs"), List.of()),
    COWORKER_TIME_PASS(
            "billing/coworkertimepasses",
            "CoworkerTimePass",
            "BusinessId",
            2_200_000_000L,
            List.of(),
            List.of("UsedDate", "ExpireDate", "InvoiceDate")),
    CHECKIN("spaces/checkins", "Checkin", "BusinessId", 4_400_000_000L, List.of(), List.of("FromTime", "ToTime")),
    RESOURCE("spaces/resources", "Resource", "BusinessId", 52_000, List.of("LinkedResources"), List.of()),
    BOOKING(
            "spaces/bookings",
            "Booking",
            "ResourceBusinessId",
            3_000_000_000L,
            List.of("BookingVisitors"),
            List.of("FromTime", "ToTime", "InvoiceDate", "CheckedInAt")),
    CANCELLED_BOOKING(
            "spaces/cancelledbookings",
            "CancelledBooking",
            "ResourceBusinessId",
            610_000,
            List.of(),
            List.of("FromTime", "ToTime")),
    BOOKING_VISITOR("spaces/bookingvisitors", "BookingVisitor", "", 810_000, List.of(), List.of()),
    DESK(
            "sys/floorplandesks",
            "FloorPlanDesk",
            "FloorPlanBusinessId",
            98_000,
            List.of("CoworkerContracts"),
            List.of("AvailableFromTime", "AvailableToTime")),
    DESK_VARIANT(
            "sys/floorplandeskvariants", "FloorPlanDeskVariant", "", 99_500, List.of("CoworkerContracts"), List.of()),
    TEAM("spaces/teams", "Team", "BusinessId", 12_000, List.of("TeamMembers", "TeamAdministrators"), List.of()),
    INVOICE(
            "billing/coworkerinvoices",
            "CoworkerInvoice",
            "BusinessId",
            5_000_000,
            List.of(),
            List.of("DueDate", "PaidOn", "LastPaymentAttempt")),
    WEBHOOK("sys/webhooks", "Webhook", "BusinessId", 70_000, List.of(), List.of("LastTrigger")),
    ACCESS_CONTROL_AUDIT(
            "sys/coworkeraccesscontrolaudits", "CoworkerAccessControlAudit", "", 600_000, List.of(), List.of());

    final String path;
    final String entity;
    /** The field that says which location a row belongs to; empty where no field does. */
    final String locationField;

    final long firstId;
    /** What lists leave out: an absent field is not an empty one. */
    final List<String> collections;
    /** Times that are also answered in the location's time, with {@code Local} at the end of the name. */
    final List<String> times;

    Kind(String path, String entity, String locationField, long firstId, List<String> collections, List<String> times) {
        this.path = path;
        this.entity = entity;
        this.locationField = locationField;
        this.firstId = firstId;
        this.collections = collections;
        this.times = times;
    }
}
