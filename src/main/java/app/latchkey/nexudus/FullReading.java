package app.latchkey.nexudus;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.Contract;
import app.latchkey.entitlement.Pass;
import app.latchkey.entitlement.Purchase;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One reading of everything about a location, source by source. A source that fails is not whole; the others go on. */
final class FullReading {

    /** What is over for longer than this decides nothing any more. */
    static final Duration LOOKING_BACK = Duration.ofDays(2);

    private final SpaceId space;
    private final Lists lists;
    private final Catalogue catalogue;
    private final Purchases purchases;
    private final long location;
    private final Instant now;
    private final ProgressListener progress;
    private final Map<Source, SourceRead> sources = new EnumMap<>(Source.class);

    FullReading(
            SpaceId space,
            Lists lists,
            Catalogue catalogue,
            long location,
            CardNumbers cards,
            Instant now,
            ProgressListener progress) {
        this.space = space;
        this.lists = lists;
        this.catalogue = catalogue;
        this.purchases = new Purchases(catalogue, location, cards);
        this.location = location;
        this.now = now;
        this.progress = progress;
    }

    FullRead read() {
        List<Item> items = catalogue.items();
        sources.put(
                Source.ITEMS,
                new SourceRead(
                        Source.ITEMS,
                        catalogue.trouble().isEmpty(),
                        items.size(),
                        items.size(),
                        List.of(),
                        Set.of(),
                        catalogue.trouble()));
        progress.read(Source.ITEMS, items.size(), items.size());
        Lists.Result coworkers = list(Source.CUSTOMERS, Entity.COWORKER, List.of());
        Lists.Result contracts = contracts();
        List<Purchase> bought = new ArrayList<>(passes(Purchases.renewing(contracts.rows())));
        bought.addAll(bookings());
        bought.addAll(understoodContracts(contracts));
        return new FullRead(now, items, customers(coworkers, bought), bought, sources);
    }

    /** Those at home here, and those of other locations who have something here. */
    private List<Customer> customers(Lists.Result coworkers, List<Purchase> bought) {
        Set<CustomerId> buyers =
                bought.stream().flatMap(each -> each.owner().stream()).collect(Collectors.toSet());
        return understood(
                Source.CUSTOMERS,
                coworkers,
                row -> Optional.of(row)
                        .filter(each -> isAtHome(each) || buyers.contains(new CustomerId(each.id())))
                        .map(purchases::customer));
    }

    private boolean isAtHome(Row row) {
        return row.number("InvoicingBusinessId").filter(id -> id == location).isPresent();
    }

    /**
     * Passes used up long ago are many and decide nothing: lists of those that are unused, have uses left, or were used lately. A use of several
     * may leave the date of the first standing, so that what was changed lately counts too.
     */
    private List<Pass> passes(Set<UUID> renewing) {
        List<Purchases.Stay> stays = understood(
                Source.CHECK_INS,
                list(Source.CHECK_INS, Entity.CHECK_IN, List.of(Entity.CHECK_IN.from("FromTime", since()))),
                Purchases::stay);
        Entity entity = Entity.COWORKER_TIME_PASS;
        Lists.Result unused = list(Source.PASSES, entity, List.of(entity.filter("Used", false)));
        Lists.Result withUsesLeft = orNone(used(entity.from("RemainingUses", 1)));
        Lists.Result usedLately = used(entity.from("UsedDate", since()));
        Lists.Result changedLately = used(entity.from("UpdatedOn", since()));
        Instant since = now.minus(LOOKING_BACK);
        return understoodIfItemsAre(
                Source.PASSES,
                together(unused, withUsesLeft, usedLately, changedLately),
                row -> purchases
                        .pass(row, Purchases.latest(stays), renewing)
                        .filter(pass -> !Purchases.isOver(pass, since)));
    }

    /** That Nexudus can be asked for it is inferred. Where it refuses, such a pass lacks here, and is asked for by its id. */
    private static Lists.Result orNone(Lists.Result result) {
        boolean refused = result.failure()
                .filter(failure -> failure.is(PartnerFailure.Category.REFUSED))
                .isPresent();
        return refused ? new Lists.Result(List.of(), 0, Optional.empty()) : result;
    }

    private Lists.Result used(String filter) {
        Entity entity = Entity.COWORKER_TIME_PASS;
        return list(Source.PASSES, entity, List.of(entity.filter("Used", true), filter));
    }

    private List<Booking> bookings() {
        Lists.Result rows = list(Source.BOOKINGS, Entity.BOOKING, List.of(Entity.BOOKING.from("ToTime", since())));
        return understoodIfItemsAre(Source.BOOKINGS, rows, purchases::booking);
    }

    private Lists.Result contracts() {
        Entity entity = Entity.CONTRACT;
        Lists.Result running = list(Source.CONTRACTS, entity, List.of(entity.filter("Cancelled", false)));
        Lists.Result cancelled = list(
                Source.CONTRACTS,
                entity,
                List.of(entity.filter("Cancelled", true), entity.from("CancellationDate", since())));
        return together(running, cancelled);
    }

    private List<Contract> understoodContracts(Lists.Result rows) {
        List<Purchases.Pause> pauses =
                understood(Source.PAUSES, list(Source.PAUSES, Entity.PAUSE, List.of()), Purchases::pause);
        List<Row> completed = ContractDesks.completed(space, lists, rows.rows());
        DeskVariants variants = DeskVariants.namedBy(completed, space, lists, now);
        return understoodIfItemsAre(
                Source.CONTRACTS,
                new Lists.Result(completed, rows.total(), rows.failure().or(variants::failure)),
                row -> purchases.contract(row, pauses, variants));
    }

    /** What changes while lists are read may stand in several: the last one counts. */
    private static Lists.Result together(Lists.Result... lists) {
        List<Row> rows = List.copyOf(Stream.of(lists)
                .flatMap(list -> list.rows().stream())
                .collect(Collectors.toMap(Row::id, row -> row, (first, second) -> second))
                .values());
        int missing = Stream.of(lists)
                .mapToInt(list -> list.total() - list.rows().size())
                .sum();
        return new Lists.Result(
                rows,
                rows.size() + Math.max(0, missing),
                Stream.of(lists).flatMap(list -> list.failure().stream()).findFirst());
    }

    private String since() {
        return now.minus(LOOKING_BACK)
                .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                .toString();
    }

    private Lists.Result list(Source source, Entity entity, List<String> filters) {
        return lists.all(space, entity, filters, (soFar, total) -> progress.read(source, soFar, total));
    }

    /** Without all items nobody knows which purchases are missing. */
    private <T> List<T> understoodIfItemsAre(Source source, Lists.Result result, Function<Row, Optional<T>> reading) {
        return understood(
                source,
                new Lists.Result(result.rows(), result.total(), result.failure().or(catalogue::failure)),
                reading);
    }

    private <T> List<T> understood(Source source, Lists.Result result, Function<Row, Optional<T>> reading) {
        Understood<T> understood = Understood.of(source, result.rows(), reading);
        Optional<String> trouble = result.trouble().or(understood::trouble);
        sources.put(
                source,
                new SourceRead(
                        source,
                        trouble.isEmpty(),
                        result.rows().size(),
                        result.total(),
                        understood.quarantined(),
                        understood.setAside(),
                        trouble));
        return understood.values();
    }
}
