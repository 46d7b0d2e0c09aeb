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
import java.util.function.Predicate;

/** One reading of what was updated lately. It asks a little further back than needed: clocks differ, and records appear late. */
final class ChangesReading {

    private static final Duration OVERLAP = Duration.ofMinutes(2);

    private final SpaceId space;
    private final Lists lists;
    private final Concern concern;
    private final String since;
    private final Set<CustomerId> customers = new HashSet<>();
    private final Map<Source, String> troubles = new EnumMap<>(Source.class);
    private int doubtful;

    ChangesReading(SpaceId space, Lists lists, Concern concern, Instant since) {
        this.space = space;
        this.lists = lists;
        this.concern = concern;
        this.since = since.minus(OVERLAP).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    Changes read(Instant now, Set<OptionalSource> also) {
        changed(Source.CUSTOMERS, Entity.COWORKER).stream()
                .filter(concern::customer)
                .forEach(row -> customers.add(new CustomerId(row.id())));
        owners(Source.PASSES, changed(Source.PASSES, Entity.COWORKER_TIME_PASS), concern::pass);
        owners(Source.BOOKINGS, changed(Source.BOOKINGS, Entity.BOOKING), concern::booking);
        owners(Source.CONTRACTS, changed(Source.CONTRACTS, Entity.CONTRACT), concern::contract);
        owners(Source.CHECK_INS, changed(Source.CHECK_INS, Entity.CHECK_IN), concern::checkIn);
        owners(Source.PAUSES, pausedContracts(), concern::contract);
        if (also.contains(OptionalSource.VISITORS)) {
            owners(visitedBookings(), concern::booking);
        }
        if (also.contains(OptionalSource.INVOICES)) {
            owners(lately(Entity.INVOICE).rows(), concern::invoice);
        }
        boolean teams = also.contains(OptionalSource.TEAMS) && !changedTeams().isEmpty();
        return new Changes(now, customers, doubtful, troubles, teams);
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

    private List<Row> changedTeams() {
        List<String> here =
                List.of(Entity.TEAM.from("UpdatedOn", since), Entity.TEAM.filter("Business", concern.location()));
        return lists.all(space, Entity.TEAM, here, (soFar, total) -> {}).rows();
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

    private void owners(Source source, List<Row> rows, Predicate<Row> concerns) {
        owners(rows, concerns);
        if (source != Source.BOOKINGS) {
            doubtful += (int) rows.stream().filter(row -> owner(row).isEmpty()).count();
        }
    }

    private void owners(List<Row> rows, Predicate<Row> concerns) {
        rows.stream()
                .filter(row -> mayConcern(row, concerns))
                .flatMap(row -> owner(row).stream())
                .forEach(customers::add);
    }

    /** What makes no sense may be anything: its customer is looked at. */
    private static boolean mayConcern(Row row, Predicate<Row> concerns) {
        try {
            return concerns.test(row);
        } catch (Row.Nonsense _) {
            return true;
        }
    }

    private static Optional<CustomerId> owner(Row row) {
        return row.numberIfAny("CoworkerId").map(CustomerId::new);
    }
}
