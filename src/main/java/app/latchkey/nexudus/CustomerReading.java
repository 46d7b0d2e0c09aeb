package app.latchkey.nexudus;

import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.entitlement.Contract;
import app.latchkey.entitlement.Pass;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.entitlement.PurchaseKind;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One reading of a single customer with all that can earn access. */
final class CustomerReading {

    private static final UUID UNKNOWN = new UUID(0, 0);

    private final SpaceId space;
    private final Lists lists;
    private final NexudusHttp http;
    private final Purchases purchases;
    private final CustomerId customer;
    private final Set<PurchaseKey> known;
    private final Instant now;
    private final Set<PurchaseKey> there = new HashSet<>();
    private boolean complete;

    CustomerReading(
            SpaceId space,
            Lists lists,
            NexudusHttp http,
            Catalogue catalogue,
            long location,
            CardNumbers cards,
            CustomerId customer,
            Set<PurchaseKey> known,
            Instant now) {
        this.space = space;
        this.lists = lists;
        this.http = http;
        this.purchases = new Purchases(catalogue, location, cards);
        this.customer = customer;
        this.known = Set.copyOf(known);
        this.now = now;
        this.complete = catalogue.trouble().isEmpty();
    }

    /** Nexudus answers that there is no such customer: nothing that was known of him counts. */
    static CustomerFacts gone(CustomerId id, Instant now) {
        Customer nobody = new Customer(id, UNKNOWN, Optional.empty(), "", Optional.empty(), false, true, List.of());
        return new CustomerFacts(nobody, List.of(), true, true, now);
    }

    CustomerFacts read(Row row) {
        Customer read = customer(row);
        List<Row> contracts = withKnown(PurchaseKind.CONTRACT, rows(Entity.CONTRACT, List.of()));
        List<Purchase> bought = new ArrayList<>();
        bought.addAll(passes(Purchases.renewing(contracts)));
        bought.addAll(understood(
                Source.BOOKINGS, Entity.BOOKING, List.of(Entity.BOOKING.from("ToTime", since())), purchases::booking));
        bought.addAll(contracts(contracts));
        bought.forEach(purchase -> there.add(purchase.key()));
        return new CustomerFacts(read, bought, false, complete, now, there);
    }

    private Customer customer(Row row) {
        try {
            return purchases.customer(row);
        } catch (Row.MissingField | Row.Nonsense e) {
            throw PartnerFailure.of(
                    Partner.NEXUDUS, Category.RECORD_UNREADABLE, "Nexudus sent a customer that cannot be read.", e);
        }
    }

    private List<? extends Purchase> passes(Set<UUID> renewing) {
        List<Purchases.Stay> stays = understood(
                Source.CHECK_INS, Entity.CHECK_IN, List.of(Entity.CHECK_IN.from("FromTime", since())), Purchases::stay);
        List<Row> rows = rows(Entity.COWORKER_TIME_PASS, List.of());
        return reading(
                Source.PASSES,
                withKnown(PurchaseKind.PASS, rows),
                row -> purchases.pass(row, Purchases.latest(stays), renewing).filter(pass -> !isOver(pass)));
    }

    /** An empty list is no proof: what was his and is not on it is asked for by its id. Somebody who may not ask goes by the list. */
    private List<Row> withKnown(PurchaseKind kind, List<Row> listed) {
        Set<Long> ids = listed.stream().map(Row::id).collect(Collectors.toSet());
        List<Row> rows = new ArrayList<>(listed);
        known.stream()
                .filter(key -> key.kind() == kind && !ids.contains(key.id()))
                .forEach(key ->
                        http.findIfAllowed(space, key).filter(this::isHis).ifPresent(rows::add));
        rows.forEach(row -> there.add(new PurchaseKey(kind, row.id())));
        return rows;
    }

    private boolean isOver(Pass pass) {
        return Purchases.isOver(pass, now.minus(FullReading.LOOKING_BACK));
    }

    private List<Contract> contracts(List<Row> listed) {
        List<Row> rows = ContractDesks.completed(space, lists, listed).stream()
                .filter(this::stillCounts)
                .toList();
        DeskVariants variants = DeskVariants.namedBy(rows, space, lists, now);
        List<Contract> contracts = new ArrayList<>();
        for (Row row : rows) {
            contracts.addAll(reading(
                    Source.CONTRACTS, List.of(row), each -> purchases.contract(each, pauses(each.id()), variants)));
        }
        return contracts;
    }

    private boolean stillCounts(Row contract) {
        Instant since = now.minus(FullReading.LOOKING_BACK);
        return !contract.flagIfAny("Cancelled")
                || Understood.of(Source.CONTRACTS, List.of(contract), each -> each.timeIfAny("CancellationDate"))
                        .values()
                        .stream()
                        .noneMatch(end -> end.isBefore(since));
    }

    private List<Purchases.Pause> pauses(long contract) {
        return reading(
                Source.PAUSES,
                result(Entity.PAUSE, List.of(Entity.PAUSE.filter("CoworkerContract", contract))),
                Purchases::pause);
    }

    private <T> List<T> understood(
            Source source, Entity entity, List<String> filters, Function<Row, Optional<T>> reading) {
        return reading(source, rows(entity, filters), reading);
    }

    /** Rows of other customers can only come from a filter that was not understood; they are none of our business here. */
    private List<Row> rows(Entity entity, List<String> filters) {
        List<String> all = new ArrayList<>(filters);
        all.add(entity.filter("Coworker", customer));
        return result(entity, all).stream().filter(this::isHis).toList();
    }

    private boolean isHis(Row row) {
        return row.numberIfAny("CoworkerId")
                .filter(id -> id != customer.value())
                .isEmpty();
    }

    private List<Row> result(Entity entity, List<String> filters) {
        Lists.Result result = lists.all(space, entity, filters, (soFar, total) -> {});
        complete &= result.trouble().isEmpty();
        return result.rows();
    }

    private <T> List<T> reading(Source source, List<Row> rows, Function<Row, Optional<T>> reading) {
        Understood<T> understood = Understood.of(source, rows, reading);
        complete &= understood.trouble().isEmpty() && understood.setAside().isEmpty();
        return understood.values();
    }

    private String since() {
        return now.minus(FullReading.LOOKING_BACK)
                .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                .toString();
    }
}
