package sandbox.nexudus;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sandbox.http.Fields;

/**
 * Which groups a customer belongs in now, and until when: from passes, bookings whose time has come, and contracts that are not paused. A part-time desk
 * stands for its own group, or for that of its desk, on its days.
 */
final class AcsGroups {
    private static final Duration LEAD = FrontDesk.LEAD;

    private final NexudusState state;
    private final Map<String, String> mapping;
    private final ZoneId zone;
    private final Instant now;
    private final Map<String, @Nullable Instant> groups = new LinkedHashMap<>();

    AcsGroups(NexudusState state, Map<String, String> mapping, ZoneId zone, Instant now) {
        this.state = state;
        this.mapping = mapping;
        this.zone = zone;
        this.now = now;
    }

    /** The end of each; null where none is known. */
    Map<String, @Nullable Instant> of(Fields coworker) {
        if (coworker.flag("Active") && !coworker.flag("Archived")) {
            long id = coworker.number("Id");
            state.rowsWhere(Kind.COWORKER_TIME_PASS, "CoworkerId", id).forEach(this::pass);
            state.rowsWhere(Kind.BOOKING, "CoworkerId", id).forEach(this::booking);
            state.rowsWhere(Kind.CONTRACT, "CoworkerId", id).forEach(this::contract);
        }
        return groups;
    }

    private void pass(Fields pass) {
        Instant used = pass.time("UsedDate");
        boolean usedUp = pass.flag("Used") && pass.number("RemainingUses") == 0;
        Instant end = usedUp && used != null ? endOfDay(used) : pass.time("ExpireDate");
        earns(Kind.TIME_PASS, pass.number("TimePassId"), end);
    }

    private Instant endOfDay(Instant used) {
        LocalDate day = used.atZone(zone).toLocalDate();
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private void booking(Fields booking) {
        Instant from = booking.time("FromTime");
        Instant to = booking.time("ToTime");
        boolean due = from != null && !now.isBefore(from.minus(LEAD));
        if (to != null && due && !booking.flag("Tentative")) {
            earns(Kind.RESOURCE, booking.number("ResourceId"), to.plus(LEAD));
            earns(Kind.DESK, booking.number("FloorPlanDeskId"), to.plus(LEAD));
        }
    }

    private void contract(Fields contract) {
        if (Records.isActive(contract, now)
                && Records.pause(state, contract, now).isEmpty()) {
            Instant end = contract.time("CancellationDate");
            Records.deskIds(contract).forEach(desk -> earns(Kind.DESK, desk, end));
            Records.variantIds(contract)
                    .forEach(id -> state.find(Kind.DESK_VARIANT, id).ifPresent(variant -> partTime(variant, end)));
        }
    }

    private void partTime(Fields variant, @Nullable Instant contractEnds) {
        LocalDate today = now.atZone(zone).toLocalDate();
        if (isOn(variant, today)) {
            Instant dayEnds = endOfDay(now);
            Instant end = contractEnds != null && contractEnds.isBefore(dayEnds) ? contractEnds : dayEnds;
            boolean hasItsOwn = mapping.containsKey(Kind.DESK_VARIANT.entity + "-" + variant.number("Id"));
            earns(hasItsOwn ? Kind.DESK_VARIANT : Kind.DESK, variant.number(hasItsOwn ? "Id" : "FloorPlanDeskId"), end);
        }
    }

    private static boolean isOn(Fields variant, LocalDate day) {
        return variant.flag("Available" + day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    }

    private void earns(Kind kind, long item, @Nullable Instant end) {
        String group = mapping.get(kind.entity + "-" + item);
        if (group == null || (end != null && !end.isAfter(now))) {
            return;
        }
        Instant known = groups.get(group);
        boolean open = end == null || (groups.containsKey(group) && known == null);
        groups.put(group, open ? null : known != null && known.isAfter(end) ? known : end);
    }
}
