package sandbox.nexudus;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import sandbox.http.Fields;

/** Turns a stored row into what the API answers: with names, contracts and pauses looked up, and local times beside UTC. */
final class Records {
    private final NexudusState state;
    private final Clock clock;

    Records(NexudusState state, Clock clock) {
        this.state = state;
        this.clock = clock;
    }

    Fields full(Kind kind, Fields row) {
        Fields record = derive(kind, new Fields(row));
        record.keySet().removeIf(name -> name.startsWith("_"));
        ZoneId zone = zone(kind, record);
        for (String name : kind.times) {
            Instant time = record.time(name);
            if (record.containsKey(name)) {
                record.with(name + "Local", time == null ? null : LocalDateTime.ofInstant(time, zone));
            }
        }
        return record.with("ToStringText", record.text(record.has("FullName") ? "FullName" : "Name"));
    }

    /** As in a list: without the collections. */
    Fields brief(Kind kind, Fields row) {
        Fields record = full(kind, row);
        kind.collections.forEach(record::remove);
        return record;
    }

    /** The location that a row belongs to, 0 where none. */
    long location(Kind kind, Fields row) {
        return switch (kind) {
            case BOOKING, CANCELLED_BOOKING ->
                state.find(Kind.RESOURCE, row.number("ResourceId"))
                        .map(resource -> resource.number("BusinessId"))
                        .or(() -> state.find(Kind.DESK, row.number("FloorPlanDeskId"))
                                .map(desk -> desk.number("FloorPlanBusinessId")))
                        .orElse(0L);
            case PAUSED_PERIOD ->
                state.find(Kind.CONTRACT, row.number("CoworkerContractId"))
                        .map(contract -> contract.number("IssuedById"))
                        .orElse(0L);
            case BOOKING_VISITOR ->
                state.find(Kind.BOOKING, row.number("BookingId"))
                        .map(booking -> location(Kind.BOOKING, booking))
                        .orElse(0L);
            default -> kind.locationField.isEmpty() ? 0 : row.number(kind.locationField);
        };
    }

    ZoneId zoneOf(long businessId) {
        return state.find(Kind.BUSINESS, businessId)
                .map(business -> ZoneId.of(business.text("_Zone")))
                .orElse(ZoneId.of("UTC"));
    }

    private ZoneId zone(Kind kind, Fields row) {
        return zoneOf(location(kind, row));
    }

    private Fields derive(Kind kind, Fields row) {
        return switch (kind) {
            case CONTRACT -> contract(row);
            case COWORKER -> coworker(row);
            case DESK -> desk(row);
            case BOOKING, CANCELLED_BOOKING -> booking(row);
            case COWORKER_TIME_PASS ->
                row.with("TimePassName", name(Kind.TIME_PASS, row, "TimePassId", "Name"))
                        .with("CoworkerFullName", name(Kind.COWORKER, row, "CoworkerId", "FullName"));
            default -> row;
        };
    }

    private Fields contract(Fields row) {
        Instant now = clock.instant();
        Optional<Fields> pause = pause(state, row, now);
        Optional<Fields> coworker = state.find(Kind.COWORKER, row.number("CoworkerId"));
        List<Long> desks = deskIds(row);
        return row.with("Active", isActive(row, now))
                .with(
                        "CoworkerFullName",
                        coworker.map(each -> each.text("FullName")).orElse(null))
                .with("CoworkerEmail", coworker.map(each -> each.text("Email")).orElse(null))
                .with(
                        "CoworkerActive",
                        coworker.map(each -> each.flag("Active")).orElse(false))
                .with("TariffName", name(Kind.TARIFF, row, "TariffId", "Name"))
                .with("Desks", desks)
                .with("Variants", variantIds(row))
                .with(
                        "FloorPlanDeskNames",
                        desks.stream()
                                .map(id -> state.row(Kind.DESK, id).text("Name"))
                                .collect(Collectors.joining(",")))
                .with("InPausedPeriod", pause.isPresent())
                .with(
                        "InPausedPeriodFrom",
                        pause.map(each -> each.get("PauseFrom")).orElse(null))
                .with(
                        "InPausedPeriodUntil",
                        pause.map(each -> each.get("PauseUntil")).orElse(null));
    }

    /** Begun, and not past the date of its cancellation; a cancellation without a date ends it at once. */
    static boolean isActive(Fields contract, Instant now) {
        Instant start = contract.time("StartDate");
        Instant end = contract.time("CancellationDate");
        boolean begun = start != null && !now.isBefore(start);
        boolean ended = end != null ? !now.isBefore(end) : contract.flag("Cancelled");
        return begun && !ended;
    }

    /** The paused period that a contract is in. */
    static Optional<Fields> pause(NexudusState state, Fields contract, Instant now) {
        return state.rowsWhere(Kind.PAUSED_PERIOD, "CoworkerContractId", contract.number("Id")).stream()
                .filter(period -> covers(period, now))
                .findFirst();
    }

    private static boolean covers(Fields period, Instant now) {
        Instant from = period.time("PauseFrom");
        Instant until = period.time("PauseUntil");
        return from != null && !now.isBefore(from) && (until == null || now.isBefore(until));
    }

    static List<Long> deskIds(Fields contract) {
        return ids(contract, "FloorPlanDeskIds");
    }

    static List<Long> variantIds(Fields contract) {
        return ids(contract, "FloorPlanDeskVariantIds");
    }

    private static List<Long> ids(Fields contract, String field) {
        String ids = contract.text(field);
        return ids.isEmpty()
                ? List.of()
                : List.of(ids.split(",", -1)).stream()
                        .map(String::strip)
                        .map(Long::valueOf)
                        .toList();
    }

    private Fields coworker(Fields row) {
        String contracts = state.rowsWhere(Kind.CONTRACT, "CoworkerId", row.number("Id")).stream()
                .filter(contract -> isActive(contract, clock.instant()))
                .map(contract -> contract.text("Id"))
                .collect(Collectors.joining(","));
        return row.with("CoworkerContractIds", contracts.isEmpty() ? null : contracts);
    }

    private Fields desk(Fields row) {
        List<Fields> contracts = state.rows(Kind.CONTRACT).stream()
                .filter(contract -> deskIds(contract).contains(row.number("Id")))
                .filter(contract -> isActive(contract, clock.instant()))
                .toList();
        String ids = contracts.stream().map(each -> each.text("Id")).collect(Collectors.joining(","));
        return row.with("CoworkerContractIds", ids.isEmpty() ? null : ids)
                .with(
                        "CoworkerId",
                        contracts.isEmpty() ? null : contracts.getFirst().get("CoworkerId"))
                .with("Available", contracts.isEmpty())
                .with(
                        "CoworkerContracts",
                        contracts.stream().map(each -> each.get("Id")).toList());
    }

    private Fields booking(Fields row) {
        return row.with("ResourceName", name(Kind.RESOURCE, row, "ResourceId", "Name"))
                .with("FloorPlanDeskName", name(Kind.DESK, row, "FloorPlanDeskId", "Name"))
                .with("CoworkerFullName", name(Kind.COWORKER, row, "CoworkerId", "FullName"));
    }

    private @org.jspecify.annotations.Nullable String name(Kind kind, Fields row, String idField, String nameField) {
        return state.find(kind, row.number(idField))
                .map(other -> other.text(nameField))
                .orElse(null);
    }
}
