package app.latchkey.nexudus;

import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.Contract;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.entitlement.PartTime;
import app.latchkey.entitlement.Pass;
import app.latchkey.entitlement.PassKind;
import app.latchkey.entitlement.PassUse;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.Window;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns Nexudus's records into customers and purchases of one location; what is for other locations' items is left out. */
final class Purchases {

    /** A stay: whose, on which pass, from when to when. */
    record Stay(UUID pass, PassUse use) {}

    /** A paused period of a contract. */
    record Pause(long contract, Window window) {}

    private final Catalogue catalogue;
    private final long location;
    private final CardNumbers cards;

    Purchases(Catalogue catalogue, long location, CardNumbers cards) {
        this.catalogue = catalogue;
        this.location = location;
        this.cards = cards;
    }

    Customer customer(Row row) {
        return new Customer(
                new CustomerId(row.id()),
                row.uuid("UniqueId").orElseThrow(() -> new Row.Nonsense("UniqueId")),
                row.numberIfAny("UserId"),
                row.text("FullName").orElse(""),
                row.text("Email").flatMap(EmailAddress::parse),
                row.flag("Active"),
                row.flag("Archived"),
                row.text("AccessCardId").map(cards::in).orElse(List.of()));
    }

    Optional<Booking> booking(Row row) {
        List<NamedItem> items = new ArrayList<>();
        Optional<Long> resource = row.number("ResourceId");
        Optional<Long> desk = row.number("FloorPlanDeskId");
        resource.flatMap(catalogue::resource).ifPresent(items::add);
        desk.flatMap(catalogue::desk).ifPresent(items::add);
        if (mayBeHere(Stream.of(resource, desk).filter(Optional::isPresent).count() - items.size())) {
            return Optional.empty();
        }
        Booking booking = new Booking(
                row.id(),
                row.number("CoworkerId").map(CustomerId::new).orElse(null),
                items,
                row.requiredTime("FromTime"),
                row.requiredTime("ToTime"),
                row.flag("Tentative"));
        return items.isEmpty() ? Optional.empty() : Optional.of(booking);
    }

    /**
     * Where not all items could be read, what was bought of one that is not among them may be of this location all the same. Said without it, it would
     * earn less than it does: then nothing is said of it.
     */
    private boolean mayBeHere(long unknown) {
        return unknown > 0 && catalogue.failure().isPresent();
    }

    /**
     * @param stays the latest stay on each pass, by the pass's unique id
     * @param renewing unique ids of the contracts that Nexudus bills again by itself
     */
    Optional<Pass> pass(Row row, Map<UUID, Stay> stays, Set<UUID> renewing) {
        Optional<Catalogue.Definition> definition = catalogue.pass(row.requiredNumber("TimePassId"));
        boolean usedUp = isUsedUp(row);
        Optional<Instant> expires = row.time("ExpireDate");
        CustomerId customer = new CustomerId(row.requiredNumber("CoworkerId"));
        Optional<PassUse> use = use(row, stays);
        return definition.map(of -> new Pass(
                row.id(),
                customer,
                of.named(),
                of.passKind(),
                boughtAt(row),
                expires.orElse(null),
                usedUp,
                of.passKind() == PassKind.DAY
                        ? row.numberIfAny("TotalUses").orElse(1L).intValue()
                        : 1,
                use.orElse(null),
                renewal(row, renewing).orElse(null)));
    }

    /** Whether Used stands at the first of several uses or at the last is not known: what is left decides, where Nexudus says it. */
    private static boolean isUsedUp(Row row) {
        return row.flag("Used")
                && row.numberIfAny("RemainingUses").filter(left -> left > 0).isEmpty();
    }

    /** Whether a pass was used up so long ago that it decides nothing any more. */
    static boolean isOver(Pass pass, Instant since) {
        return pass.usedUp()
                && pass.use().filter(last -> last.checkedInAt().isBefore(since)).isPresent();
    }

    /** Only a pass that comes with a plan is renewed. Whether its payment failed stands in the invoices. */
    private static Optional<Pass.Renewal> renewal(Row row, Set<UUID> renewing) {
        return row.uuid("CoworkerContractUniqueId")
                .filter(_ -> row.flagIfAny("IsFromTariff"))
                .map(contract -> new Pass.Renewal(renewing.contains(contract), false));
    }

    /** Nexudus bills a contract until somebody cancels it. */
    static Set<UUID> renewing(List<Row> contracts) {
        return contracts.stream()
                .filter(row -> row.flagIfAny("Active") && !row.flagIfAny("Cancelled"))
                .flatMap(row -> row.uuid("UniqueId").stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Instant boughtAt(Row row) {
        return row.timeIfAny("CreatedOn").or(() -> row.timeIfAny("InvoiceDate")).orElse(Instant.EPOCH);
    }

    private static Optional<PassUse> use(Row row, Map<UUID, Stay> stays) {
        Optional<PassUse> stay = row.uuid("UniqueId")
                .flatMap(id -> Optional.ofNullable(stays.get(id)))
                .map(Stay::use);
        return stay.or(() -> row.timeIfAny("UsedDate").map(PassUse::since));
    }

    /** A contract without a place here counts only as long as it was made at this location. */
    Optional<Contract> contract(Row row, List<Pause> pauses, DeskVariants variants) {
        List<Long> desks = row.ids("FloorPlanDeskIds", "Desks");
        List<DeskVariants.Variant> partTime = variants.of(row);
        long unknown = Stream.concat(desks.stream(), partTime.stream().map(DeskVariants.Variant::desk))
                .filter(id -> catalogue.desk(id).isEmpty())
                .count();
        if (mayBeHere(unknown)) {
            return Optional.empty();
        }
        List<NamedItem> whole =
                desks.stream().flatMap(id -> catalogue.desk(id).stream()).toList();
        Map<NamedItem, Set<DayOfWeek>> days = days(partTime);
        days.keySet().removeAll(whole);
        List<NamedItem> items =
                Stream.concat(whole.stream(), days.keySet().stream()).toList();
        Contract contract = new Contract(
                row.id(),
                new CustomerId(row.requiredNumber("CoworkerId")),
                items,
                row.requiredTime("StartDate"),
                row.flag("Active"),
                row.flag("Cancelled"),
                row.time("CancellationDate").orElse(null),
                pauses.stream()
                        .filter(pause -> pause.contract() == row.id())
                        .map(Pause::window)
                        .toList(),
                days.entrySet().stream()
                        .map(each -> new PartTime(each.getKey().id(), each.getValue(), variants.counted()))
                        .toList());
        boolean ofThisLocation =
                row.numberIfAny("IssuedById").filter(id -> id == location).isPresent();
        return items.isEmpty() && !ofThisLocation ? Optional.empty() : Optional.of(contract);
    }

    /** Several variants of one desk come together. */
    private Map<NamedItem, Set<DayOfWeek>> days(List<DeskVariants.Variant> variants) {
        Map<NamedItem, Set<DayOfWeek>> days = new LinkedHashMap<>();
        variants.forEach(variant -> catalogue
                .desk(variant.desk())
                .ifPresent(desk -> days.computeIfAbsent(desk, _ -> EnumSet.noneOf(DayOfWeek.class))
                        .addAll(variant.days())));
        return days;
    }

    static Optional<Pause> pause(Row row) {
        return Window.ifNotEmpty(
                        row.requiredTime("PauseFrom"), row.time("PauseUntil").orElse(null))
                .map(window -> new Pause(row.requiredNumber("CoworkerContractId"), window));
    }

    static Optional<Stay> stay(Row row) {
        PassUse use =
                new PassUse(row.requiredTime("FromTime"), row.time("ToTime").orElse(null));
        return row.uuid("CoworkerTimePassGuid").map(pass -> new Stay(pass, use));
    }

    static Map<UUID, Stay> latest(List<Stay> stays) {
        return stays.stream()
                .collect(Collectors.toMap(
                        Stay::pass,
                        stay -> stay,
                        (one, other) ->
                                one.use().checkedInAt().isAfter(other.use().checkedInAt()) ? one : other));
    }
}
