package app.latchkey.simulation;

import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.Contract;
import app.latchkey.entitlement.Decided;
import app.latchkey.entitlement.Pass;
import app.latchkey.entitlement.Purchase;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.entitlement.PurchaseKind;
import app.latchkey.entitlement.Team;
import app.latchkey.nexudus.BookedVisitor;
import app.latchkey.nexudus.Changes;
import app.latchkey.nexudus.Customer;
import app.latchkey.nexudus.CustomerFacts;
import app.latchkey.nexudus.FullRead;
import app.latchkey.nexudus.HookAction;
import app.latchkey.nexudus.Item;
import app.latchkey.nexudus.Location;
import app.latchkey.nexudus.Nexudus;
import app.latchkey.nexudus.OptionalSource;
import app.latchkey.nexudus.ProgressListener;
import app.latchkey.nexudus.RightCheck;
import app.latchkey.nexudus.SecondWriter;
import app.latchkey.nexudus.Source;
import app.latchkey.nexudus.SourceRead;
import app.latchkey.nexudus.TestMessage;
import app.latchkey.nexudus.UnpaidInvoice;
import app.latchkey.nexudus.WebhookState;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.LocationId;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import app.latchkey.simulation.Misfortune.Kind;
import app.latchkey.simulation.Misfortune.Point;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Nexudus as the engine sees it: the world of each space, unless something befalls the reading. */
class SimulatedNexudus implements Nexudus {

    private static final Duration LISTED = Duration.ofDays(2);
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    private final Houses houses;
    private final Fate fate;
    private final Clock node;

    /** @param node what time it is for whoever reads */
    SimulatedNexudus(Houses houses, Fate fate, Clock node) {
        this.houses = houses;
        this.fate = fate;
        this.node = node;
    }

    private House asked(SpaceId space) {
        return houses.asked(space, Partner.NEXUDUS);
    }

    /** By the lists alone, as where nobody may ask for a record by its id: what is missing is certain only when it is missing twice. */
    @Override
    public CustomerFacts customer(SpaceId space, CustomerId id, Set<PurchaseKey> known) {
        House house = asked(space);
        World world = house.world;
        Optional<Misfortune> befalls = fate.at(Point.NEXUDUS_READ);
        befalls.ifPresent(SimulatedNexudus::failWith);
        Customer customer = world.customers.get(id);
        CustomerFacts facts;
        if (customer == null) {
            Customer nobody = World.customer(id.value(), Optional.empty(), false);
            facts = new CustomerFacts(nobody, List.of(), true, true, node.instant());
        } else {
            Rows rows = rows(house.shown, listed(world.of(id)), befalls);
            facts = new CustomerFacts(customer, rows.purchases(), false, rows.complete(), node.instant());
        }
        fate.after(befalls);
        return facts;
    }

    @Override
    public boolean isThere(SpaceId space, PurchaseKey purchase) {
        return asked(space).world.purchases.containsKey(purchase);
    }

    @Override
    public Optional<Booking> booking(SpaceId space, long id) {
        House house = asked(space);
        Optional<Misfortune> befalls = fate.at(Point.NEXUDUS_READ);
        befalls.ifPresent(SimulatedNexudus::failWith);
        return Optional.ofNullable(house.world.purchases.get(new PurchaseKey(PurchaseKind.BOOKING, id)))
                .map(Booking.class::cast);
    }

    @Override
    public FullRead readAll(SpaceId space, ProgressListener progress) {
        House house = asked(space);
        World world = house.world;
        Instant started = node.instant();
        Map<Source, SourceRead> sources = new EnumMap<>(Source.class);
        List<Purchase> bought = new ArrayList<>();
        List<Customer> customers = new ArrayList<>();
        for (Source source : EnumSet.complementOf(EnumSet.of(Source.DECISIONS))) {
            Optional<Misfortune> befalls = fate.at(Point.NEXUDUS_READ);
            boolean complete = true;
            switch (source) {
                case CUSTOMERS -> {
                    complete = befalls.filter(SimulatedNexudus::cutsShort).isEmpty();
                    customers.addAll(world.customers.values());
                    if (!complete && !customers.isEmpty()) {
                        customers.remove(Math.floorMod(befalls.orElseThrow().which(), customers.size()));
                    }
                }
                case PASSES, BOOKINGS, CONTRACTS -> {
                    Rows rows = rows(house.shown, listed(ofKind(world, source)), befalls);
                    complete = rows.complete();
                    bought.addAll(rows.purchases());
                }
                case ITEMS, PAUSES, CHECK_INS ->
                    complete = befalls.filter(SimulatedNexudus::cutsShort).isEmpty();
            }
            sources.put(source, new SourceRead(source, complete, 1, 1, List.of(), Set.of(), trouble(complete)));
            fate.after(befalls);
            progress.read(source, 1, 1);
        }
        return new FullRead(started, List.of(), customers, bought, sources);
    }

    private static Optional<String> trouble(boolean complete) {
        return complete ? Optional.empty() : Optional.of("Nexudus counts other records than it sends.");
    }

    private static List<Purchase> ofKind(World world, Source source) {
        return world.purchases.values().stream()
                .filter(purchase -> switch (purchase) {
                    case Pass _ -> source == Source.PASSES;
                    case Booking _ -> source == Source.BOOKINGS;
                    case Contract _ -> source == Source.CONTRACTS;
                    case Decided _ -> source == Source.DECISIONS;
                })
                .toList();
    }

    @Override
    public boolean isCheckedIn(SpaceId asked, CustomerId customer, Instant since) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void checkIn(SpaceId asked, CustomerId customer, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Changes changedSince(SpaceId space, Instant since, Set<OptionalSource> also) {
        House house = asked(space);
        Instant started = node.instant();
        Optional<Misfortune> befalls = fate.at(Point.NEXUDUS_READ);
        if (befalls.filter(SimulatedNexudus::cutsShort).isPresent()) {
            return new Changes(started, Set.of(), 0, Map.of(Source.BOOKINGS, "Nexudus does not answer."));
        }
        Instant from = since.minus(OVERLAP);
        Set<CustomerId> changed = house.world.updated.entrySet().stream()
                .filter(update -> !update.getValue().isBefore(from))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        fate.after(befalls);
        return new Changes(started, changed, 0, Map.of());
    }

    private record Rows(List<Purchase> purchases, boolean complete) {}

    private static Rows rows(Shown shown, List<Purchase> all, Optional<Misfortune> befalls) {
        Rows rows = whatIsLeft(shown, all, befalls);
        shown.shows(rows.purchases());
        return rows;
    }

    private static Rows whatIsLeft(Shown shown, List<Purchase> all, Optional<Misfortune> befalls) {
        if (befalls.isEmpty() || all.isEmpty()) {
            return new Rows(all, befalls.filter(SimulatedNexudus::cutsShort).isEmpty());
        }
        Misfortune misfortune = befalls.get();
        PurchaseKey one = all.get(Math.floorMod(misfortune.which(), all.size())).key();
        List<Purchase> rest =
                all.stream().filter(purchase -> !purchase.key().equals(one)).toList();
        if (cutsShort(misfortune)) {
            shown.cutsOff(one);
            return new Rows(rest, false);
        }
        return misfortune.kind() == Kind.LACKING && shown.mayLack(one) ? new Rows(rest, true) : new Rows(all, true);
    }

    private static boolean cutsShort(Misfortune misfortune) {
        return switch (misfortune.kind()) {
            case SILENT, LOST, THROTTLED, INCOMPLETE -> true;
            case LACKING, DIES_BEFORE, DIES_AFTER, TAKEN_OVER, MEANWHILE, SLEEPS -> false;
        };
    }

    /** What is over for long decides nothing, and is not asked for. */
    private List<Purchase> listed(List<Purchase> purchases) {
        Instant since = node.instant().minus(LISTED);
        return purchases.stream()
                .filter(purchase -> switch (purchase) {
                    case Booking booking -> !booking.to().isBefore(since);
                    case Pass pass ->
                        !pass.usedUp()
                                || pass.use()
                                        .filter(use -> !use.checkedInAt().isBefore(since))
                                        .isPresent();
                    case Decided _ -> true;
                    case Contract contract ->
                        !contract.cancelled()
                                || contract.cancellation()
                                        .filter(end -> end.isBefore(since))
                                        .isEmpty();
                })
                .toList();
    }

    static void failWith(Misfortune misfortune) {
        switch (misfortune.kind()) {
            case SILENT, LOST -> throw PartnerFailure.of(Partner.NEXUDUS, Category.SILENT, "Nexudus does not answer.");
            case THROTTLED ->
                throw PartnerFailure.of(
                        Partner.NEXUDUS, Category.THROTTLED, "Nexudus wants us to wait.", Duration.ofSeconds(30));
            case INCOMPLETE, LACKING, DIES_BEFORE, DIES_AFTER, TAKEN_OVER, MEANWHILE, SLEEPS -> {}
        }
    }

    @Override
    public void connect(SpaceId space, String user, Secret password, Optional<String> oneTimeCode) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Location> locations(SpaceId space) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void choose(SpaceId space, LocationId location) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<RightCheck> checkRights(SpaceId space, Consumer<RightCheck> found) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Item> items(SpaceId space) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SecondWriter secondWriter(SpaceId space) {
        throw new UnsupportedOperationException();
    }

    @Override
    public WebhookState ensureWebhooks(SpaceId space) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TestMessage testWebhooks(SpaceId space) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void removeWebhooks(SpaceId space) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<SpaceId> spaceOfHook(String hookId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean verifies(SpaceId space, HookAction action, byte[] body, String signature) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<List<Team>> teams(SpaceId space) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<List<BookedVisitor>> visitors(SpaceId space) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<List<BookedVisitor>> visitors(SpaceId space, CustomerId booker) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<List<UnpaidInvoice>> invoices(SpaceId space) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<List<UnpaidInvoice>> invoices(SpaceId space, CustomerId customer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void forgetWebhooks(SpaceId space) {
        throw new UnsupportedOperationException();
    }
}
