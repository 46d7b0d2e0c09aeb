package app.latchkey.nexudus;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One reading of what was updated lately. It asks a little further back than needed: clocks differ, and records appear late. */
final class ChangesReading {

    private static final Duration OVERLAP = Duration.ofMinutes(2);

    private final SpaceId space;
    private final Lists lists;
    private final String since;
    private final Set<CustomerId> customers = new HashSet<>();
    private final Map<Source, String> troubles = new EnumMap<>(Source.class);
    private int doubtful;

    ChangesReading(SpaceId space, Lists lists, Instant since) {
        this.space = space;
        this.lists = lists;
        this.since = since.minus(OVERLAP).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    Changes read(Instant now, Set<OptionalSource> also) {
        changed(Source.CUSTOMERS, Entity.COWORKER).forEach(row -> customers.add(new CustomerId(row.id())));
        owners(Source.PASSES, changed(Source.PASSES, Entity.COWORKER_TIME_PASS));
        owners(Source.BOOKINGS, changed(Source.BOOKINGS, Entity.BOOKING));
        owners(Source.CONTRACTS, changed(Source.CONTRACTS, Entity.CONTRACT));
        owners(Source.CHECK_INS, changed(Source.CHECK_INS, Entity.CHECK_IN));
        owners(Source.PAUSES, pausedContracts());
        if (also.contains(OptionalSource.VISITORS)) {
            owners(visitedBookings());
        }
        if (also.contains(OptionalSource.INVOICES)) {
            owners(lately(Entity.INVOICE).rows());
        }
        return new Changes(now, customers, doubtful, troubles);
    }

    private List<Row> changed(Source source, Entity entity) {
        Lists.Result result = lately(entity);
        result.trouble().ifPresent(words -> troubles.put(source, words));
        return result.rows();
    }

    /** What an option looks at and could not be read waits for the next whole reading. */
    private Lists.Result lately(Entity entity) {
        return lists.all(space, entity, List.of(entity.from("UpdatedOn", since)), (soFar, total) -> {});
    }

    /** A visitor names the booking only. */
    private List<Row> visitedBookings() {
        List<Long> bookings = lately(Entity.BOOKING_VISITOR).rows().stream()
                .flatMap(row -> row.numberIfAny("BookingId").stream())
                .distinct()
                .toList();
        return lists.byIds(space, Entity.BOOKING, bookings);
    }

    /** A pause names its contract only. */
    private List<Row> pausedContracts() {
        List<Long> contracts = changed(Source.PAUSES, Entity.PAUSE).stream()
                .flatMap(row -> row.numberIfAny("CoworkerContractId").stream())
                .distinct()
                .toList();
        List<Row> found = lists.byIds(space, Entity.CONTRACT, contracts);
        doubtful += contracts.size() - found.size();
        return found;
    }

    private void owners(Source source, List<Row> rows) {
        int owned = owners(rows);
        if (source != Source.BOOKINGS) {
            doubtful += rows.size() - owned;
        }
    }

    /** @return how many of them have one */
    private int owners(List<Row> rows) {
        List<Long> owners = rows.stream()
                .flatMap(row -> row.numberIfAny("CoworkerId").stream())
                .toList();
        owners.forEach(id -> customers.add(new CustomerId(id)));
        return owners.size();
    }
}
