package app.latchkey.nexudus;

import app.latchkey.connection.Connections;
import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.entitlement.Booking;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.entitlement.Team;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.LocationId;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Nexudus over its REST API. */
@Service
class ConnectedNexudus implements Nexudus {

    /** What was read longer ago than this is read anew. */
    private static final Duration GOES_ON = Duration.ofMinutes(15);

    private final NexudusTokens tokens;
    private final Logins logins;
    private final NexudusHttp http;
    private final Lists lists;
    private final PageRows pages;
    private final Snapshot seen;
    private final Catalogues catalogues;
    private final CardNumbers cards;
    private final RightChecks rights;
    private final Webhooks webhooks;
    private final SecondWriters secondWriters;
    private final HookTrial hookTrial;
    private final HookCalls hookCalls;
    private final PushedReading pushed;
    private final CustomAcs customAcs;
    private final Scopes scopes;
    private final Spaces spaces;
    private final Connections connections;
    private final Clock clock;

    ConnectedNexudus(
            NexudusTokens tokens,
            Logins logins,
            NexudusHttp http,
            Lists lists,
            PageRows pages,
            Snapshot seen,
            Catalogues catalogues,
            CardNumbers cards,
            RightChecks rights,
            Webhooks webhooks,
            SecondWriters secondWriters,
            HookTrial hookTrial,
            HookCalls hookCalls,
            PushedReading pushed,
            CustomAcs customAcs,
            Scopes scopes,
            Spaces spaces,
            Connections connections,
            Clock clock) {
        this.tokens = tokens;
        this.logins = logins;
        this.http = http;
        this.lists = lists;
        this.pages = pages;
        this.seen = seen;
        this.catalogues = catalogues;
        this.cards = cards;
        this.rights = rights;
        this.webhooks = webhooks;
        this.secondWriters = secondWriters;
        this.hookTrial = hookTrial;
        this.hookCalls = hookCalls;
        this.pushed = pushed;
        this.customAcs = customAcs;
        this.scopes = scopes;
        this.spaces = spaces;
        this.connections = connections;
        this.clock = clock;
    }

    @Override
    public void connect(SpaceId space, String user, Secret password, Optional<String> oneTimeCode) {
        logins.keep(space, tokens.signIn(space, user.strip(), password, oneTimeCode), user.strip());
    }

    @Override
    public List<Location> locations(SpaceId space) {
        Lists.Result all = lists.all(space, Entity.BUSINESS, List.of(), (soFar, total) -> {});
        return all.whole().stream()
                .map(row -> new Location(
                        new LocationId(row.id()),
                        row.text("Name").orElse("Location without a name"),
                        row.text("WebAddress").orElse(""),
                        zone(space, row)))
                .toList();
    }

    /** Some answers carry the zone's name, others only the id of a record that has it. */
    private Optional<LocationZone> zone(SpaceId space, Row location) {
        return location.text("TimeZone")
                .or(() -> location.text("SimpleTimeZoneName"))
                .or(() -> location.numberIfAny("SimpleTimeZoneId").flatMap(id -> zoneName(space, id)))
                .map(LocationZone::named);
    }

    /** A user without the right to read zones has a location without one; the check says so. */
    private Optional<String> zoneName(SpaceId space, long id) {
        String path = http.path(Entity.TIME_ZONE, id);
        return http.isAllowed(space, path) ? http.find(space, path).flatMap(row -> row.text("Name")) : Optional.empty();
    }

    @Override
    public void choose(SpaceId space, LocationId location) {
        connections.choose(space, Partner.NEXUDUS, location.toString());
        scopes.inSpace(space, pages::forgetAll);
    }

    @Override
    public List<RightCheck> checkRights(SpaceId space, Consumer<RightCheck> found) {
        return rights.of(space, found);
    }

    @Override
    public List<Item> items(SpaceId space) {
        Catalogue catalogue = catalogues.fresh(space);
        if (catalogue.failure().isPresent()) {
            throw catalogue.failure().get();
        }
        return catalogue.items();
    }

    @Override
    public SecondWriter secondWriter(SpaceId space) {
        return secondWriters.at(space);
    }

    @Override
    public WebhookState ensureWebhooks(SpaceId space) {
        return webhooks.ensure(space);
    }

    @Override
    public TestMessage testWebhooks(SpaceId space) {
        return hookTrial.run(space);
    }

    @Override
    public void removeWebhooks(SpaceId space) {
        webhooks.remove(space);
    }

    @Override
    public void forgetWebhooks(SpaceId space) {
        webhooks.forget(space);
        customAcs.close(space);
        scopes.inSpace(space, pages::forgetAll);
    }

    @Override
    public Optional<SpaceId> spaceOfHook(String hookId) {
        return hookCalls.spaceOf(hookId);
    }

    @Override
    public boolean verifies(SpaceId space, HookAction action, byte[] body, String signature) {
        return hookCalls.verifies(space, action, body, signature);
    }

    @Override
    public CustomerFacts customer(SpaceId space, CustomerId customer, Set<PurchaseKey> known) {
        if (decides(space)) {
            return pushed.of(space, customer);
        }
        var now = clock.instant();
        Catalogue catalogue = catalogues.current(space);
        return http.find(space, Entity.COWORKER.path(customer.value()))
                .map(row -> new CustomerReading(
                                space, lists, http, catalogue, catalogues.location(space), cards, customer, known, now)
                        .read(row))
                .orElseGet(() -> CustomerReading.gone(customer, now));
    }

    @Override
    public boolean isThere(SpaceId space, PurchaseKey purchase) {
        return http.findIfAllowed(space, purchase).isPresent();
    }

    /** Then there is nothing to read but what Nexudus has said. */
    private boolean decides(SpaceId space) {
        return scopes.inSpace(space, () -> spaces.find(space))
                .filter(Space::decidedByNexudus)
                .isPresent();
    }

    @Override
    public Optional<Booking> booking(SpaceId space, long bookingId) {
        return http.find(space, Entity.BOOKING.path(bookingId)).flatMap(row -> booking(space, row));
    }

    /** What is not among the items that are remembered may be new: it is elsewhere only if all items of the location, read anew, lack it too. */
    private Optional<Booking> booking(SpaceId space, Row row) {
        return booking(space, catalogues.current(space), row).or(() -> {
            Catalogue all = catalogues.fresh(space);
            all.failure().ifPresent(failure -> {
                throw failure;
            });
            return booking(space, all, row);
        });
    }

    private Optional<Booking> booking(SpaceId space, Catalogue catalogue, Row row) {
        try {
            return new Purchases(catalogue, catalogues.location(space), cards).booking(row);
        } catch (Row.MissingField | Row.Nonsense e) {
            throw PartnerFailure.of(
                    Partner.NEXUDUS,
                    PartnerFailure.Category.RECORD_UNREADABLE,
                    "Nexudus sent a booking that cannot be read.",
                    e);
        }
    }

    @Override
    public FullRead readAll(SpaceId space, ProgressListener progress) {
        if (decides(space)) {
            return pushed.all(space, progress);
        }
        var now = clock.instant();
        KeptPages kept = KeptPages.of(space, scopes, pages, http, now.minus(GOES_ON), now);
        FullRead read = new FullReading(
                        space,
                        lists.from(kept),
                        catalogues.fresh(space),
                        catalogues.location(space),
                        cards,
                        kept.begunAt(),
                        progress)
                .read();
        kept.over();
        return read;
    }

    @Override
    public Optional<List<Team>> teams(SpaceId space) {
        return new TeamReading(space, lists, catalogues.location(space)).read();
    }

    @Override
    public Optional<List<BookedVisitor>> visitors(SpaceId space) {
        return new VisitorReading(space, lists, clock.instant()).all();
    }

    @Override
    public Optional<List<BookedVisitor>> visitors(SpaceId space, CustomerId booker) {
        return new VisitorReading(space, lists, clock.instant()).of(booker);
    }

    @Override
    public Optional<List<UnpaidInvoice>> invoices(SpaceId space) {
        return new InvoiceReading(space, lists, catalogues.location(space)).all();
    }

    @Override
    public Optional<List<UnpaidInvoice>> invoices(SpaceId space, CustomerId customer) {
        return new InvoiceReading(space, lists, catalogues.location(space)).of(customer);
    }

    @Override
    public boolean isCheckedIn(SpaceId space, CustomerId customer, Instant since) {
        return new StayReading(space, lists, customer).hasAny(since);
    }

    @Override
    public void checkIn(SpaceId space, CustomerId customer, Instant at) {
        ObjectNode stay = JsonNodeFactory.instance.objectNode();
        stay.put("CoworkerId", customer.value())
                .put("BusinessId", catalogues.location(space))
                .put("FromTime", at.truncatedTo(ChronoUnit.SECONDS).toString());
        var unused = http.change(space, HttpMethod.POST, Entity.CHECK_IN.path(), Optional.of(stay.toString()));
    }

    @Override
    public Changes changedSince(SpaceId space, Instant since, Set<OptionalSource> also) {
        if (decides(space)) {
            return pushed.since(space, since);
        }
        var now = clock.instant();
        return new ChangesReading(space, lists, concern(space), since).read(now, also);
    }

    private Concern concern(SpaceId space) {
        return scopes.inSpace(
                space,
                () -> new Concern(
                        catalogues.location(space),
                        seen.customers().stream().map(Customer::id).collect(Collectors.toSet()),
                        seen.items().stream().map(Item::id).collect(Collectors.toSet())));
    }
}
