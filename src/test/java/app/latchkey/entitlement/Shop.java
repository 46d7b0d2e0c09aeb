package app.latchkey.entitlement;

import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.Window;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Purchases, items and groups for tests, in few words. Times are ISO instants. */
public final class Shop {

    public static final CustomerId ANA = new CustomerId(1);
    public static final CustomerId BEN = new CustomerId(2);
    public static final NamedItem ROOM_4 = new NamedItem(ItemId.resource(4), "Room 4");
    public static final NamedItem ROOM_2 = new NamedItem(ItemId.resource(2), "Room 2");
    public static final NamedItem DESK_9 = new NamedItem(ItemId.desk(9), "Desk 9");
    public static final NamedItem OFFICE_12 = new NamedItem(ItemId.office(12), "Office 12");
    public static final NamedItem FLEX = new NamedItem(ItemId.pass(5), "Flex pass");
    public static final AccessGroupId STREET = group(1);
    public static final AccessGroupId STUDIO = group(2);
    public static final Rules LONDON = Rules.of(ZoneId.of("Europe/London"));

    /** Every item opens the street door; rooms open the studio too. */
    public static final Matches MATCHES = new Matches(
            1,
            Map.of(
                    ROOM_4.id(), Set.of(STREET, STUDIO),
                    ROOM_2.id(), Set.of(STREET),
                    DESK_9.id(), Set.of(STREET),
                    OFFICE_12.id(), Set.of(STREET),
                    FLEX.id(), Set.of(STREET)));

    private Shop() {}

    public static AccessGroupId group(int number) {
        return new AccessGroupId(new UUID(0xA, number));
    }

    public static Instant at(String instant) {
        return Instant.parse(instant);
    }

    public static Window between(String from, String until) {
        return Window.between(at(from), at(until));
    }

    public static Booking booking(long id, @Nullable CustomerId customer, NamedItem item, String from, String to) {
        return new Booking(id, customer, List.of(item), at(from), at(to), false);
    }

    public static Booking tentative(Booking booking) {
        return new Booking(booking.id(), booking.customer(), booking.items(), booking.from(), booking.to(), true);
    }

    public static Pass dayPass(long id, CustomerId customer, String boughtAt) {
        return new Pass(id, customer, FLEX, PassKind.DAY, at(boughtAt), null, false, 1, null);
    }

    public static Pass minutePass(long id, CustomerId customer, String boughtAt) {
        return new Pass(id, customer, FLEX, PassKind.MINUTES, at(boughtAt), null, false, 1, null);
    }

    public static Pass expiring(Pass pass, String instant) {
        return new Pass(
                pass.id(),
                pass.customer(),
                pass.item(),
                pass.kind(),
                pass.boughtAt(),
                at(instant),
                pass.usedUp(),
                pass.totalUses(),
                pass.lastUse());
    }

    public static Pass usedUp(Pass pass, @Nullable PassUse use) {
        return new Pass(
                pass.id(),
                pass.customer(),
                pass.item(),
                pass.kind(),
                pass.boughtAt(),
                pass.expiresAt(),
                true,
                pass.totalUses(),
                use);
    }

    /** Nexudus says so itself: of the room as a group. */
    public static Decided decided(long id, CustomerId customer, String since, @Nullable String until) {
        return new Decided(id, customer, ROOM_4, at(since), until == null ? null : at(until));
    }

    public static Contract contract(long id, CustomerId customer, NamedItem item, String startsAt) {
        return new Contract(id, customer, List.of(item), at(startsAt), true, false, null, List.of());
    }

    public static Contract cancelled(Contract contract, @Nullable String endsAt) {
        return new Contract(
                contract.id(),
                contract.customer(),
                contract.items(),
                contract.startsAt(),
                contract.active(),
                true,
                endsAt == null ? null : at(endsAt),
                contract.pauses());
    }

    public static Contract paused(Contract contract, Window... pauses) {
        return new Contract(
                contract.id(),
                contract.customer(),
                contract.items(),
                contract.startsAt(),
                contract.active(),
                contract.cancelled(),
                contract.cancelsAt(),
                List.of(pauses));
    }

    /** For its places on these days only, counted in April 2026. */
    public static Contract partTime(Contract contract, DayOfWeek... days) {
        Window april = between("2026-03-31T00:00:00Z", "2026-05-02T00:00:00Z");
        return new Contract(
                contract.id(),
                contract.customer(),
                contract.items(),
                contract.startsAt(),
                contract.active(),
                contract.cancelled(),
                contract.cancelsAt(),
                contract.pauses(),
                contract.items().stream()
                        .map(item -> new PartTime(item.id(), Set.of(days), april))
                        .toList());
    }

    public static Contract inactive(Contract contract) {
        return new Contract(
                contract.id(),
                contract.customer(),
                contract.items(),
                contract.startsAt(),
                false,
                contract.cancelled(),
                contract.cancelsAt(),
                contract.pauses());
    }

    /** The windows in which Ana may use the street door. */
    public static List<Window> streetDoor(Rules rules, Purchase... purchases) {
        List<Window> windows = Entitlements.of(Person.active(ANA), List.of(purchases), MATCHES, rules).stream()
                .filter(entitlement -> entitlement.group().equals(STREET))
                .map(Entitlement::window)
                .toList();
        return Window.union(windows);
    }

    public static List<Window> streetDoor(Purchase... purchases) {
        return streetDoor(LONDON, purchases);
    }
}
