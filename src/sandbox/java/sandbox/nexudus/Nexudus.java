package sandbox.nexudus;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import sandbox.SandboxClock;
import sandbox.http.Calls;
import sandbox.http.Fault;
import sandbox.http.Faults;
import sandbox.http.Fields;
import sandbox.http.Journal;
import sandbox.http.PartnerServer;
import sandbox.http.Router;

/**
 * A simulated Nexudus, and what people do there. Ids are Nexudus's own; what is made answers its id.
 *
 * <p>Everything done here tells the webhooks, as the real one does.
 */
public final class Nexudus implements AutoCloseable {

    /** A webhook that was sent; {@code status} is 0 when nobody answered. */
    public record Delivery(Instant at, int action, String url, int status, String body) {}

    /** A record in short: {@code detail} is the e-mail address of a customer, the location of an item. */
    public record Named(long id, String name, String detail, boolean active) {}

    /** Something somebody has, for the console. */
    public record Held(
            long id,
            String customer,
            String what,
            @Nullable Instant from,
            @Nullable Instant to,
            String note) {}

    private final NexudusState state;
    private final SandboxClock clock;
    private final Journal journal;
    private final Faults faults = new Faults();
    private final AtomicReference<Throttle> throttle = new AtomicReference<>(Throttle.none());
    private final Records records;
    private final People people;
    private final Webhooks webhooks;
    private final FrontDesk frontDesk;
    private final PartnerServer server;
    private final BusinessDay timers;

    /** Starts the server; port 0 takes any. */
    public Nexudus(NexudusState state, SandboxClock clock, Journal journal, int port) {
        this.state = state;
        this.clock = clock;
        this.journal = journal;
        this.records = new Records(state, clock);
        this.people = new People(state, clock);
        this.webhooks = new Webhooks(state, clock);
        this.frontDesk = new FrontDesk(state, records, webhooks, clock);
        NexudusAccess access = new NexudusAccess(state, clock);
        Router router = new Router(state);
        access.addTo(router);
        new RecordsApi(state, access, records, frontDesk, clock, throttle).addTo(router);
        this.server = PartnerServer.start("Nexudus", port, "sandbox.nexudus.port", router, faults, journal);
        this.timers = new BusinessDay(state, clock, frontDesk);
    }

    public URI url() {
        return server.url();
    }

    public void takeDown() {
        faults.takeDown();
    }

    public void bringUp() {
        faults.bringUp();
    }

    public boolean isDown() {
        return faults.isDown();
    }

    /** Requests whose {@code "METHOD /path?query"} contains {@code pattern} meet {@code fault}. */
    public void fail(String pattern, Fault fault) {
        faults.add(pattern, fault);
    }

    public void clearFaults() {
        faults.clear();
    }

    public void throttle(Throttle limits) {
        throttle.set(limits);
    }

    public Calls calls() {
        return journal.calls().of("Nexudus");
    }

    /** While true, nothing is sent to any webhook, and nobody notices. */
    public void loseWebhooks(boolean lose) {
        webhooks.lose = lose;
    }

    public List<Delivery> deliveries() {
        return webhooks.deliveries();
    }

    /** Whether every webhook that was sent has been answered. */
    public boolean isQuiet() {
        return webhooks.isQuiet();
    }

    public Rights rights(String user) {
        return new Rights(state, user);
    }

    /** From now on a login of this user needs {@code code}; null ends it. */
    public void requireOneTimeCode(String user, @Nullable String code) {
        synchronized (state) {
            Objects.requireNonNull(state.users.get(user)).oneTimeCode = code;
        }
    }

    public void changePassword(String user, String password) {
        synchronized (state) {
            Objects.requireNonNull(state.users.get(user)).password = password;
        }
    }

    /** Ends all tokens: the integration has to log in again. */
    public void forgetTokens() {
        synchronized (state) {
            state.accessTokens.clear();
            state.refreshTokens.clear();
        }
    }

    public long addCustomer(String name, String email) {
        return addCustomer(locations().getFirst().id(), name, email);
    }

    public long addCustomer(long location, String name, String email) {
        synchronized (state) {
            return created(Kind.COWORKER, people.customer(location, name, email));
        }
    }

    public void changeEmail(long customerId, String email) {
        change(Kind.COWORKER, customerId, Fields.of("Email", email));
    }

    public void changeName(long customerId, String name) {
        change(Kind.COWORKER, customerId, Fields.of("FullName", name));
    }

    public void suspend(long customerId) {
        change(Kind.COWORKER, customerId, Fields.of("Active", false));
    }

    public void unsuspend(long customerId) {
        change(Kind.COWORKER, customerId, Fields.of("Active", true));
    }

    public void archive(long customerId) {
        change(Kind.COWORKER, customerId, Fields.of("Archived", true));
    }

    /** Answers the id of the customer's pass. */
    public long buyPass(long customerId, long passId) {
        return buyPass(customerId, passId, null);
    }

    public long buyPass(long customerId, long passId, @Nullable Instant expires) {
        synchronized (state) {
            return created(Kind.COWORKER_TIME_PASS, people.pass(customerId, passId, expires));
        }
    }

    /** Takes a bought pass away again, as a refund does. */
    public void refundPass(long boughtPassId) {
        delete(Kind.COWORKER_TIME_PASS, boughtPassId);
    }

    public long book(long customerId, long resourceId, Instant from, Instant to) {
        synchronized (state) {
            state.row(Kind.RESOURCE, resourceId);
            return created(Kind.BOOKING, people.booking(customerId, resourceId, null, from, to));
        }
    }

    public long bookDesk(long customerId, long deskId, Instant from, Instant to) {
        synchronized (state) {
            state.row(Kind.DESK, deskId);
            return created(Kind.BOOKING, people.booking(customerId, null, deskId, from, to));
        }
    }

    /** The booking is really deleted; a cancelled one remembers it. */
    public void cancelBooking(long bookingId) {
        synchronized (state) {
            Fields booking = state.row(Kind.BOOKING, bookingId);
            state.insert(Kind.CANCELLED_BOOKING, new Fields(booking), clock.instant());
            delete(Kind.BOOKING, bookingId);
        }
    }

    public void extendBooking(long bookingId, Duration by) {
        synchronized (state) {
            Instant end =
                    Objects.requireNonNull(state.row(Kind.BOOKING, bookingId).time("ToTime"));
            change(Kind.BOOKING, bookingId, Fields.of("ToTime", end.plus(by)));
        }
    }

    public void moveBooking(long bookingId, Instant from, Instant to) {
        change(
                Kind.BOOKING,
                bookingId,
                Fields.of(
                        "FromTime",
                        from.truncatedTo(ChronoUnit.SECONDS),
                        "ToTime",
                        to.truncatedTo(ChronoUnit.SECONDS)));
    }

    public void changeRoom(long bookingId, long resourceId) {
        change(Kind.BOOKING, bookingId, Fields.of("ResourceId", resourceId));
    }

    public void makeTentative(long bookingId, boolean tentative) {
        change(Kind.BOOKING, bookingId, Fields.of("Tentative", tentative));
    }

    /** A contract on desks or offices, with the first plan of their location. */
    public long signContract(long customerId, List<Long> deskIds, Instant start) {
        synchronized (state) {
            long location = deskIds.isEmpty()
                    ? state.row(Kind.COWORKER, customerId).number("InvoicingBusinessId")
                    : state.row(Kind.DESK, deskIds.getFirst()).number("FloorPlanBusinessId");
            long plan = state.rowsWhere(Kind.TARIFF, "BusinessId", location)
                    .getFirst()
                    .number("Id");
            return created(Kind.CONTRACT, people.contract(customerId, location, plan, deskIds, start));
        }
    }

    public void endContract(long contractId, Instant when) {
        synchronized (state) {
            Fields contract = state.row(Kind.CONTRACT, contractId);
            contract.with("Cancelled", true).with("CancellationDate", when);
            frontDesk.cancelled(contract);
        }
    }

    public void changeDesks(long contractId, List<Long> deskIds) {
        change(Kind.CONTRACT, contractId, Fields.of("FloorPlanDeskIds", People.ids(deskIds)));
    }

    /** The contract is frozen for a while; Nexudus sends no hook for a pause. */
    public long pauseContract(long contractId, Instant from, Instant until) {
        synchronized (state) {
            Fields period = Fields.of("CoworkerContractId", contractId, "PauseFrom", from, "PauseUntil", until);
            return state.insert(Kind.PAUSED_PERIOD, period, clock.instant()).number("Id");
        }
    }

    /** The customer comes in with the first pass that can be used; answers the check-in. Without one nothing happens. */
    public Optional<Long> checkIn(long customerId) {
        synchronized (state) {
            Optional<Fields> pass = state.rowsWhere(Kind.COWORKER_TIME_PASS, "CoworkerId", customerId).stream()
                    .filter(each -> !each.flag("Used"))
                    .findFirst();
            return pass.map(this::use);
        }
    }

    private long use(Fields pass) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        boolean wholeDay = !state.row(Kind.TIME_PASS, pass.number("TimePassId")).has("MinutesIncluded");
        pass.with("CheckedIn", true).with("UsedDate", now).with("UpdatedOn", clock.instant());
        if (wholeDay) {
            pass.with("Used", true).with("RemainingUses", 0L);
        }
        return created(Kind.CHECKIN, people.checkin(pass, now));
    }

    public void checkOut(long customerId) {
        synchronized (state) {
            state.rowsWhere(Kind.CHECKIN, "CoworkerId", customerId).stream()
                    .filter(checkin -> !checkin.has("ToTime"))
                    .forEach(this::end);
        }
    }

    private void end(Fields checkin) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant from = Objects.requireNonNull(checkin.time("FromTime"));
        state.rows(Kind.COWORKER_TIME_PASS).stream()
                .filter(pass -> pass.text("UniqueId").equals(checkin.text("CoworkerTimePassGuid")))
                .forEach(pass -> takeMinutes(pass, Duration.between(from, now).toMinutes()));
        checkin.with("ToTime", now);
        frontDesk.updated(Kind.CHECKIN, checkin);
    }

    private void takeMinutes(Fields pass, long minutes) {
        long left = Math.max(0, pass.number("RemainingUses") - minutes);
        pass.with("CheckedIn", false).with("RemainingUses", left).with("UpdatedOn", clock.instant());
        if (left == 0) {
            pass.with("Used", true);
        }
    }

    /** Changes fields of any record as an administrator would; {@code entity} is named as in {@code FloorPlanDesk}. */
    public void edit(String entity, long id, Fields changes) {
        for (Kind kind : Kind.values()) {
            if (kind.entity.equals(entity)) {
                change(kind, id, changes);
            }
        }
    }

    public List<Named> locations() {
        return named(Kind.BUSINESS, "Name", "WebAddress");
    }

    public List<Named> customers() {
        return named(Kind.COWORKER, "FullName", "Email");
    }

    public List<Named> passes() {
        return named(Kind.TIME_PASS, "Name", "BusinessName");
    }

    public List<Named> rooms() {
        return named(Kind.RESOURCE, "Name", "BusinessId");
    }

    public List<Named> desks() {
        return named(Kind.DESK, "Name", "FloorPlanBusinessId");
    }

    public List<Named> webhooks() {
        return named(Kind.WEBHOOK, "Action", "URL");
    }

    public List<Held> bookings() {
        synchronized (state) {
            return state.rows(Kind.BOOKING).stream()
                    .map(row -> held(Kind.BOOKING, row, "FromTime", "ToTime", row.flag("Tentative") ? "tentative" : ""))
                    .toList();
        }
    }

    public List<Held> contracts() {
        synchronized (state) {
            return state.rows(Kind.CONTRACT).stream()
                    .map(row -> held(
                            Kind.CONTRACT,
                            row,
                            "StartDate",
                            "CancellationDate",
                            Records.isActive(row, clock.instant()) ? "" : "not active"))
                    .toList();
        }
    }

    public List<Held> boughtPasses() {
        synchronized (state) {
            return state.rows(Kind.COWORKER_TIME_PASS).stream()
                    .map(row -> held(
                            Kind.COWORKER_TIME_PASS, row, "UsedDate", "ExpireDate", row.flag("Used") ? "used" : ""))
                    .toList();
        }
    }

    private Held held(Kind kind, Fields row, String from, String to, String note) {
        Fields record = records.full(kind, row);
        String what = record.text("ResourceName")
                + record.text("FloorPlanDeskName")
                + record.text("FloorPlanDeskNames")
                + record.text("TimePassName");
        return new Held(row.number("Id"), record.text("CoworkerFullName"), what, row.time(from), row.time(to), note);
    }

    private List<Named> named(Kind kind, String name, String detail) {
        synchronized (state) {
            return state.rows(kind).stream()
                    .map(row -> new Named(
                            row.number("Id"),
                            row.text(name),
                            row.text(detail),
                            !row.containsKey("Active") || row.flag("Active")))
                    .toList();
        }
    }

    private long created(Kind kind, Fields row) {
        frontDesk.created(kind, row);
        return row.number("Id");
    }

    private void change(Kind kind, long id, Fields changes) {
        synchronized (state) {
            Fields row = state.row(kind, id);
            row.putAll(changes);
            frontDesk.updated(kind, row);
        }
    }

    private void delete(Kind kind, long id) {
        synchronized (state) {
            Fields row = state.row(kind, id);
            state.delete(kind, id);
            frontDesk.deleted(kind, row);
        }
    }

    @Override
    public void close() {
        timers.close();
        server.close();
        webhooks.close();
    }
}
