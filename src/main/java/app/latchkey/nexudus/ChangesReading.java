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
import java.util.Optional;
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

    Changes read(Instant now) {
        changed(Source.CUSTOMERS, Entity.COWORKER).forEach(row -> customers.add(new CustomerId(row.id())));
        owners(Source.PASSES, changed(Source.PASSES, Entity.COWORKER_TIME_PASS));
        owners(Source.BOOKINGS, changed(Source.BOOKINGS, Entity.BOOKING));
        owners(Source.CONTRACTS, changed(Source.CONTRACTS, Entity.CONTRACT));
        owners(Source.CHECK_INS, changed(Source.CHECK_INS, Entity.CHECK_IN));
        owners(Source.PAUSES, pausedContracts());
        return new Changes(now, customers, doubtful, troubles);
    }

    private List<Row> changed(Source source, Entity entity) {
        Lists.Result result = lists.all(space, entity, List.of(entity.from("UpdatedOn", since)), (soFar, total) -> {});
        result.trouble().ifPresent(words -> troubles.put(source, words));
        return result.rows();
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
        for (Row row : rows) {
            Optional<Long> owner = row.numberIfAny("CoworkerId");
            owner.ifPresent(id -> customers.add(new CustomerId(id)));
            if (owner.isEmpty() && source != Source.BOOKINGS) {
                doubtful++;
            }
        }
    }
}
