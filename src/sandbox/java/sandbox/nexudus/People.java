package sandbox.nexudus;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import sandbox.http.Fields;

/** Makes the records of what people do: their fields as Nexudus fills them. Tells nobody. */
final class People {
    private final NexudusState state;
    private final Clock clock;

    People(NexudusState state, Clock clock) {
        this.state = state;
        this.clock = clock;
    }

    Fields customer(long location, String name, String email) {
        int space = name.indexOf(' ');
        Fields business = state.row(Kind.BUSINESS, location);
        return insert(
                Kind.COWORKER,
                Fields.of(
                                "CoworkerType",
                                1,
                                "FullName",
                                name,
                                "GuessedFirstName",
                                space < 0 ? name : name.substring(0, space),
                                "GuessedLastName",
                                space < 0 ? "" : name.substring(space + 1),
                                "Email",
                                email.isEmpty() ? null : email,
                                "Active",
                                true,
                                "Archived",
                                false,
                                "UserId",
                                email.isEmpty() ? null : 880_000L + Math.floorMod(email.hashCode(), 90_000),
                                "UserActive",
                                !email.isEmpty(),
                                "InvoicingBusinessId",
                                location,
                                "InvoicingBusinessName",
                                business.text("Name"),
                                "Businesses",
                                List.of(location))
                        .with("Teams", List.of())
                        .with("TeamNames", null)
                        .with("AccessCardId", null)
                        .with("AccessPincode", null)
                        .with("KeyFobNumber", null)
                        .with("RegistrationDate", now())
                        .with("IsDefaultProfile", true)
                        .with("SaltoV2AccessToken", null));
    }

    Fields pass(long customerId, long passId, @Nullable Instant expires) {
        Fields pass = state.row(Kind.TIME_PASS, passId);
        boolean minutes = pass.has("MinutesIncluded");
        return insert(
                Kind.COWORKER_TIME_PASS,
                Fields.of(
                                "CoworkerId",
                                customerId,
                                "BusinessId",
                                pass.get("BusinessId"),
                                "TimePassId",
                                passId,
                                "Used",
                                false,
                                "UsedDate",
                                null,
                                "CheckedIn",
                                false,
                                "RemainingUses",
                                minutes ? pass.get("MinutesIncluded") : 1L,
                                "TotalUses",
                                minutes ? pass.get("MinutesIncluded") : 1L,
                                "ExpireDate",
                                expires,
                                "IsFromTariff",
                                false,
                                "IsPayAsYouGo",
                                false,
                                "Invoiced",
                                true)
                        .with("InvoiceDate", now())
                        .with("CoworkerContractUniqueId", null)
                        .with("CoworkerProductUniqueId", null)
                        .with("TariffTimePassUniqueId", null));
    }

    Fields booking(long customerId, @Nullable Long resourceId, @Nullable Long deskId, Instant from, Instant to) {
        return insert(
                Kind.BOOKING,
                Fields.of(
                                "BookingNumber",
                                10_000L + state.rows(Kind.BOOKING).size(),
                                "ResourceId",
                                resourceId,
                                "FloorPlanDeskId",
                                deskId,
                                "CoworkerId",
                                customerId == 0 ? null : customerId,
                                "FromTime",
                                from.truncatedTo(ChronoUnit.SECONDS),
                                "ToTime",
                                to.truncatedTo(ChronoUnit.SECONDS),
                                "Tentative",
                                false,
                                "Online",
                                true,
                                "Invoiced",
                                false,
                                "InvoiceDate",
                                null,
                                "CheckedInAt",
                                null,
                                "CancelIfNotCheckedIn",
                                false)
                        .with("RepeatSeriesUniqueId", null)
                        .with("TeamsAtTheTimeOfBooking", null)
                        .with("TariffAtTheTimeOfBooking", null)
                        .with("BookingVisitors", List.of()));
    }

    Fields visitor(long bookingId, String name, String email) {
        return insert(
                Kind.BOOKING_VISITOR,
                Fields.of(
                        "BookingId",
                        bookingId,
                        "VisitorId",
                        70_000L + state.rows(Kind.BOOKING_VISITOR).size(),
                        "VisitorFullName",
                        name,
                        "VisitorEmail",
                        email));
    }

    Fields contract(long customerId, long location, long tariffId, List<Long> deskIds, Instant start) {
        return insert(
                Kind.CONTRACT,
                Fields.of(
                                "IssuedById",
                                location,
                                "CoworkerId",
                                customerId,
                                "TariffId",
                                tariffId,
                                "NextTariffId",
                                null,
                                "StartDate",
                                start.truncatedTo(ChronoUnit.SECONDS),
                                "RenewalDate",
                                start.plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS),
                                "InvoicedPeriod",
                                start.truncatedTo(ChronoUnit.SECONDS),
                                "ContractTerm",
                                null,
                                "CancellationDate",
                                null,
                                "Cancelled",
                                false,
                                "MainContract",
                                true,
                                "Quantity",
                                1)
                        .with("Price", 320.0)
                        .with("FloorPlanDeskIds", ids(deskIds))
                        .with("FloorPlanDeskVariantIds", null));
    }

    static @Nullable String ids(List<Long> deskIds) {
        String text = LongStream.of(deskIds.stream().mapToLong(Long::longValue).toArray())
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(","));
        return text.isEmpty() ? null : text;
    }

    Fields checkin(Fields pass, Instant from) {
        return insert(
                Kind.CHECKIN,
                Fields.of(
                        "CoworkerId",
                        pass.get("CoworkerId"),
                        "BusinessId",
                        pass.get("BusinessId"),
                        "FromTime",
                        from,
                        "ToTime",
                        null,
                        "Source",
                        1,
                        "CoworkerTimePassGuid",
                        pass.get("UniqueId"),
                        "AutoCheckout",
                        false,
                        "LastActivity",
                        from));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private Fields insert(Kind kind, Fields values) {
        return state.insert(kind, values, now());
    }
}
