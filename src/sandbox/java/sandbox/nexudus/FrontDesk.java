package sandbox.nexudus;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import sandbox.http.Fields;

/**
 * Tells the webhooks and the Custom ACS what happened. {@code AccessControlUpdate} (61) goes with everything that may change who gets in,
 * and 15 minutes before a booking starts and after it ends; not with a booking that is made or moved, however near it is, nor with a contract that is
 * deleted. A team's members each have it when the team changes, and so has whoever is put out.
 */
final class FrontDesk {
    static final int ACCESS_CONTROL_UPDATE = 61;
    static final Duration LEAD = Duration.ofMinutes(15);

    private final NexudusState state;
    private final Records records;
    private final Webhooks webhooks;
    private final CustomAcs customAcs;
    private final Clock clock;

    FrontDesk(NexudusState state, Records records, Webhooks webhooks, CustomAcs customAcs, Clock clock) {
        this.state = state;
        this.records = records;
        this.webhooks = webhooks;
        this.customAcs = customAcs;
        this.clock = clock;
    }

    void created(Kind kind, Fields row) {
        switch (kind) {
            case COWORKER -> announce(kind, row, 3);
            case BOOKING -> announceAlone(kind, row, 6);
            case CONTRACT -> announce(kind, row, 62);
            case CHECKIN -> announce(kind, row, 47, 36);
            case DESK -> announce(kind, row, 71);
            case TARIFF -> announce(kind, row, 74);
            case TEAM -> announce(kind, row, 57);
            case COWORKER_TIME_PASS -> announce(kind, row);
            default -> {}
        }
    }

    void updated(Kind kind, Fields row) {
        row.with("UpdatedOn", clock.instant());
        switch (kind) {
            case COWORKER -> announce(kind, row, 2);
            case BOOKING -> announceAlone(kind, row, 7);
            case CONTRACT -> announce(kind, row, 60);
            case CHECKIN -> announce(kind, row, 48, 35);
            case DESK -> announce(kind, row, 73);
            case TARIFF -> announce(kind, row, 76);
            case TEAM -> announce(kind, row, 59);
            case COWORKER_TIME_PASS -> announce(kind, row);
            default -> {}
        }
    }

    void deleted(Kind kind, Fields row) {
        switch (kind) {
            case COWORKER -> announce(kind, row, 50);
            case BOOKING -> announce(kind, row, 8);
            case CONTRACT -> announceAlone(kind, row, 77);
            case CHECKIN -> announce(kind, row, 49);
            case DESK -> announce(kind, row, 72);
            case TARIFF -> announce(kind, row, 75);
            case TEAM -> announce(kind, row, 58);
            case COWORKER_TIME_PASS -> announce(kind, row);
            default -> {}
        }
    }

    void activated(Fields contract) {
        contract.with("UpdatedOn", clock.instant());
        announce(Kind.CONTRACT, contract, 10);
    }

    void cancelled(Fields contract) {
        contract.with("UpdatedOn", clock.instant());
        announce(Kind.CONTRACT, contract, 11);
    }

    /** Hooks of what happened, and the one that says that somebody's access may have changed. */
    private void announce(Kind kind, Fields row, int... actions) {
        long location = records.location(kind, row);
        for (int action : actions) {
            webhooks.fire(action, location, records.full(kind, row));
        }
        if (kind == Kind.TEAM) {
            members(row).forEach(member -> accessMayChange(member, location));
        } else {
            accessMayChange(kind == Kind.COWORKER ? row.number("Id") : row.number("CoworkerId"), location);
        }
    }

    /** Without 61; the Custom ACS thinks of its groups anew all the same. */
    private void announceAlone(Kind kind, Fields row, int action) {
        long location = records.location(kind, row);
        webhooks.fire(action, location, records.full(kind, row));
        state.find(Kind.COWORKER, row.number("CoworkerId"))
                .ifPresent(coworker -> customAcs.accessMayChange(location, coworker));
    }

    /** Whoever is put out of a team does not stand in it any more. */
    void leftTeam(Fields team, long customerId) {
        accessMayChange(customerId, records.location(Kind.TEAM, team));
    }

    static List<Long> members(Fields team) {
        return team.get("TeamMembers") instanceof List<?> ids
                ? ids.stream().map(id -> ((Number) id).longValue()).toList()
                : List.of();
    }

    private void accessMayChange(long coworkerId, long location) {
        state.find(Kind.COWORKER, coworkerId).ifPresent(coworker -> {
            webhooks.fire(ACCESS_CONTROL_UPDATE, location, records.full(Kind.COWORKER, coworker));
            customAcs.accessMayChange(location, coworker);
        });
    }

    /** What became due after {@code from} and not after {@code to}. */
    void passTime(Instant from, Instant to) {
        for (Fields booking : List.copyOf(state.rows(Kind.BOOKING))) {
            Instant start = booking.time("FromTime");
            Instant end = booking.time("ToTime");
            if (start != null
                    && end != null
                    && (isWithin(start.minus(LEAD), from, to) || isWithin(end.plus(LEAD), from, to))) {
                accessMayChange(booking.number("CoworkerId"), records.location(Kind.BOOKING, booking));
            }
        }
        for (Fields contract : List.copyOf(state.rows(Kind.CONTRACT))) {
            Instant start = contract.time("StartDate");
            Instant end = contract.time("CancellationDate");
            if (start != null && isWithin(start, from, to)) {
                activated(contract);
            }
            if (end != null && isWithin(end, from, to)) {
                updated(Kind.CONTRACT, contract);
            }
            if (hasPartOfTheWeek(contract) && isAnotherDay(contract, from, to)) {
                state.find(Kind.COWORKER, contract.number("CoworkerId"))
                        .ifPresent(coworker -> customAcs.accessMayChange(contract.number("IssuedById"), coworker));
            }
        }
    }

    private static boolean hasPartOfTheWeek(Fields contract) {
        return !Records.variantIds(contract).isEmpty();
    }

    private boolean isAnotherDay(Fields contract, Instant from, Instant to) {
        ZoneId zone = records.zoneOf(contract.number("IssuedById"));
        return !from.atZone(zone).toLocalDate().equals(to.atZone(zone).toLocalDate());
    }

    private static boolean isWithin(Instant when, Instant after, Instant upTo) {
        return when.isAfter(after) && !when.isAfter(upTo);
    }
}
