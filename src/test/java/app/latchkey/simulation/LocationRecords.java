package app.latchkey.simulation;

import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.Contract;
import app.latchkey.entitlement.Pass;
import app.latchkey.entitlement.PassKind;
import app.latchkey.entitlement.Purchase;
import app.latchkey.nexudus.Customer;
import app.latchkey.nexudus.NexudusByPages.Offers;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.Window;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is true at a location, in Nexudus's words. */
record LocationRecords(World world) {

    private static final long DAYS = 1;
    private static final long MINUTES = 11;

    /** A room may be rented as a desk is. */
    static Offers offers() {
        return new Offers(
                Map.of(DAYS, World.FLEX),
                Map.of(MINUTES, World.FLEX),
                Map.of(World.ROOM.id().value(), World.ROOM),
                Map.of(
                        World.ROOM.id().value(), World.ROOM,
                        World.DESK.id().value(), World.DESK,
                        World.OFFICE.id().value(), World.OFFICE));
    }

    List<ObjectNode> of(String path) {
        return switch (path) {
            case "spaces/coworkers" ->
                world.customers.values().stream().map(LocationRecords::coworker).toList();
            case "billing/coworkertimepasses" ->
                all(Pass.class).map(LocationRecords::pass).toList();
            case "spaces/checkins" ->
                all(Pass.class).flatMap(LocationRecords::checkIn).toList();
            case "spaces/bookings" ->
                all(Booking.class).map(LocationRecords::booking).toList();
            case "billing/coworkercontracts" ->
                all(Contract.class).map(LocationRecords::contract).toList();
            case "billing/contractpausedperiods" ->
                all(Contract.class).flatMap(LocationRecords::pauses).toList();
            default -> throw new IllegalArgumentException(path);
        };
    }

    private <P extends Purchase> Stream<P> all(Class<P> kind) {
        return world.purchases.values().stream().filter(kind::isInstance).map(kind::cast);
    }

    private static ObjectNode record(long id) {
        return JsonNodeFactory.instance.objectNode().put("Id", id);
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static ObjectNode coworker(Customer customer) {
        return record(customer.id().value())
                .put("UniqueId", customer.uniqueId().toString())
                .put("FullName", customer.fullName())
                .put("Email", customer.email().map(EmailAddress::value).orElse(null))
                .put("Active", customer.active())
                .put("Archived", customer.archived())
                .put("InvoicingBusinessId", 1);
    }

    private static ObjectNode pass(Pass pass) {
        return record(pass.id())
                .put("UniqueId", guid(pass))
                .put("TimePassId", pass.kind() == PassKind.DAY ? DAYS : MINUTES)
                .put("CoworkerId", pass.customer().value())
                .put("CreatedOn", pass.boughtAt().toString())
                .put("ExpireDate", text(pass.expiresAt()))
                .put("Used", pass.usedUp())
                .put(
                        "UsedDate",
                        pass.use().map(use -> use.checkedInAt().toString()).orElse(null));
    }

    private static String guid(Pass pass) {
        return new UUID(0x9, pass.id()).toString();
    }

    private static Stream<ObjectNode> checkIn(Pass pass) {
        return pass.use().stream()
                .map(use -> record(pass.id())
                        .put("CoworkerId", pass.customer().value())
                        .put("CoworkerTimePassGuid", guid(pass))
                        .put("FromTime", use.checkedInAt().toString())
                        .put("ToTime", text(use.checkedOutAt())));
    }

    private static ObjectNode booking(Booking booking) {
        long item = booking.items().getFirst().id().value();
        boolean room = booking.items().contains(World.ROOM);
        return record(booking.id())
                .put("ResourceId", room ? item : null)
                .put("FloorPlanDeskId", room ? null : item)
                .put("CoworkerId", booking.owner().orElseThrow().value())
                .put("FromTime", booking.from().toString())
                .put("ToTime", booking.to().toString())
                .put("Tentative", booking.tentative());
    }

    private static ObjectNode contract(Contract contract) {
        return record(contract.id())
                .put("UniqueId", new UUID(0x8, contract.id()).toString())
                .put("CoworkerId", contract.customer().value())
                .put(
                        "FloorPlanDeskIds",
                        String.valueOf(contract.items().getFirst().id().value()))
                .putNull("FloorPlanDeskVariantIds")
                .put("StartDate", contract.startsAt().toString())
                .put("Active", contract.active())
                .put("Cancelled", contract.cancelled())
                .put("CancellationDate", text(contract.cancelsAt()))
                .put("IssuedById", 1);
    }

    private static Stream<ObjectNode> pauses(Contract contract) {
        return contract.pauses().stream().map(pause -> pause(contract, pause));
    }

    private static ObjectNode pause(Contract contract, Window pause) {
        return record(contract.id())
                .put("CoworkerContractId", contract.id())
                .put("CoworkerId", contract.customer().value())
                .put("PauseFrom", pause.from().toString())
                .put("PauseUntil", text(pause.until()));
    }
}
