package sandbox.nexudus;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import sandbox.SandboxClock;
import sandbox.http.Fields;

/** What customers and their space do in this Nexudus. What is made answers its id; the webhooks hear of everything. */
abstract class NexudusDeeds extends NexudusViews {
    final Webhooks webhooks;
    final CustomAcs customAcs;
    final FrontDesk frontDesk;
    private final NexudusSettings settings;
    private final Marketplace marketplace;
    private final Billing billing;
    private final People people;

    NexudusDeeds(NexudusState state, NexudusSettings settings, SandboxClock clock) {
        super(state, clock);
        this.settings = settings;
        this.people = new People(state, clock);
        this.marketplace = new Marketplace(state, clock);
        this.webhooks = new Webhooks(state, settings, clock);
        this.customAcs = new CustomAcs(state, records, clock);
        this.frontDesk = new FrontDesk(state, records, webhooks, customAcs, clock);
        this.billing = new Billing(state, webhooks, clock);
    }

    /** Where programs such as Latchkey are installed. */
    public final Marketplace marketplace() {
        return marketplace;
    }

    /** What customers are asked to pay, and do. */
    public Billing billing() {
        return billing;
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

    /** A day pass that the location sells from now on; answers its id. */
    public long addPass(long location, String name, double price) {
        synchronized (state) {
            return new NexudusBuilder(state, clock).pass(location, name, price, null, List.of(location));
        }
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

    /** A pass for several days, which need not follow one another; answers its id. */
    public long buyPassForDays(long customerId, long passId, int days) {
        synchronized (state) {
            Fields pass = people.pass(customerId, passId, null)
                    .with("RemainingUses", (long) days)
                    .with("TotalUses", (long) days);
            return created(Kind.COWORKER_TIME_PASS, pass);
        }
    }

    /** Answers the id of the pass that comes with the plan of a contract. */
    public long passOfPlan(long contractId, long passId, Instant expires) {
        synchronized (state) {
            Fields contract = state.row(Kind.CONTRACT, contractId);
            Fields pass = people.pass(contract.number("CoworkerId"), passId, expires)
                    .with("IsFromTariff", true)
                    .with("CoworkerContractUniqueId", contract.text("UniqueId"));
            return created(Kind.COWORKER_TIME_PASS, pass);
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

    /** One booking after another, each a record of its own that names their series; answers their ids. */
    public List<Long> bookSeries(
            long customerId, long resourceId, Instant from, Instant to, Duration every, int times) {
        synchronized (state) {
            state.row(Kind.RESOURCE, resourceId);
            String series = UUID.nameUUIDFromBytes("series %d %d %s"
                            .formatted(customerId, resourceId, from)
                            .getBytes(StandardCharsets.UTF_8))
                    .toString();
            return IntStream.range(0, times)
                    .mapToObj(every::multipliedBy)
                    .map(later -> people.booking(customerId, resourceId, null, from.plus(later), to.plus(later))
                            .with("RepeatSeriesUniqueId", series))
                    .map(booking -> created(Kind.BOOKING, booking))
                    .toList();
        }
    }

    /** The series of this booking is in another room from now on: every one of its records changes, and each is told. */
    public void moveSeries(long bookingId, long resourceId) {
        synchronized (state) {
            String series = state.row(Kind.BOOKING, bookingId).text("RepeatSeriesUniqueId");
            state.rows(Kind.BOOKING).stream()
                    .filter(booking -> series.equals(booking.text("RepeatSeriesUniqueId")))
                    .toList()
                    .forEach(booking -> changeRoom(booking.number("Id"), resourceId));
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

    /** Somebody comes along to a booking; Nexudus has no hook for that. Answers the id of the visit. */
    public long addVisitor(long bookingId, String name, String email) {
        synchronized (state) {
            state.row(Kind.BOOKING, bookingId);
            return people.visitor(bookingId, name, email).number("Id");
        }
    }

    public void removeVisitor(long visitId) {
        synchronized (state) {
            state.delete(Kind.BOOKING_VISITOR, visitId);
        }
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

    /** A desk or office that is let on these days of the week; answers the variant's id. */
    public long addVariant(long deskId, String name, Set<DayOfWeek> days) {
        synchronized (state) {
            state.row(Kind.DESK, deskId);
            Fields variant = Fields.of("FloorPlanDeskId", deskId, "Name", name, "AccessControlGroupId", null);
            for (DayOfWeek day : DayOfWeek.values()) {
                variant.with("Available" + day.getDisplayName(TextStyle.FULL, Locale.ENGLISH), days.contains(day));
            }
            return state.insert(Kind.DESK_VARIANT, variant, clock.instant()).number("Id");
        }
    }

    /** A contract on variants of desks or offices and on nothing else. */
    public long signPartTime(long customerId, List<Long> variantIds, Instant start) {
        synchronized (state) {
            long contract = signContract(customerId, List.of(), start);
            change(Kind.CONTRACT, contract, Fields.of("FloorPlanDeskVariantIds", People.ids(variantIds)));
            return contract;
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

    /**
     * The customer comes in with the first pass that can be used; answers the check-in. Without one he is sold the pass for those who pay as they go,
     * or, where there is none, nothing happens.
     */
    public Optional<Long> checkIn(long customerId) {
        synchronized (state) {
            Optional<Fields> pass = state.rowsWhere(Kind.COWORKER_TIME_PASS, "CoworkerId", customerId).stream()
                    .filter(each -> !each.flag("Used") || each.number("RemainingUses") > 0)
                    .findFirst();
            return pass.or(() -> soldAsHeGoes(customerId)).map(this::use);
        }
    }

    private Optional<Fields> soldAsHeGoes(long customerId) {
        Fields customer = records.full(Kind.COWORKER, state.row(Kind.COWORKER, customerId));
        String meantForHim =
                customer.has("CoworkerContractIds") ? "UseAsPayAsYouGoForMembers" : "UseAsPayAsYouGoForContacts";
        return state.rowsWhere(Kind.TIME_PASS, "BusinessId", customer.number("InvoicingBusinessId")).stream()
                .filter(pass -> pass.flag(meantForHim))
                .findFirst()
                .map(pass -> {
                    billing.invoice(customerId, Billing.amount(pass, "Price"), clock.instant());
                    Fields sold =
                            people.pass(customerId, pass.number("Id"), null).with("IsPayAsYouGo", true);
                    frontDesk.created(Kind.COWORKER_TIME_PASS, sold);
                    return sold;
                });
    }

    private long use(Fields pass) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        boolean keepsDate = settings.usedAtFirstUse && pass.has("UsedDate");
        if (isForWholeDays(pass) && !cameToday(pass, now)) {
            long left = Math.max(0, pass.number("RemainingUses") - 1);
            pass.with("RemainingUses", left).with("Used", left == 0 || settings.usedAtFirstUse);
        }
        pass.with("CheckedIn", true)
                .with("UsedDate", keepsDate ? pass.get("UsedDate") : now)
                .with("UpdatedOn", clock.instant());
        return created(Kind.CHECKIN, people.checkin(pass, now));
    }

    /** A day is used once, however often somebody comes in on it. */
    private boolean cameToday(Fields pass, Instant now) {
        ZoneId zone =
                ZoneId.of(state.row(Kind.BUSINESS, pass.number("BusinessId")).text("_Zone"));
        return state.rows(Kind.CHECKIN).stream()
                .filter(stay -> stay.text("CoworkerTimePassGuid").equals(pass.text("UniqueId")))
                .map(stay -> Objects.requireNonNull(stay.time("FromTime")).atZone(zone))
                .anyMatch(day -> day.toLocalDate().equals(now.atZone(zone).toLocalDate()));
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
                .forEach(pass -> leave(pass, Duration.between(from, now).toMinutes()));
        checkin.with("ToTime", now);
        frontDesk.updated(Kind.CHECKIN, checkin);
    }

    /** A pass by the day is used by coming in, one by the minute by staying. */
    private void leave(Fields pass, long minutes) {
        pass.with("CheckedIn", false).with("UpdatedOn", clock.instant());
        if (!isForWholeDays(pass)) {
            long left = Math.max(0, pass.number("RemainingUses") - minutes);
            pass.with("RemainingUses", left).with("Used", pass.flag("Used") || left == 0);
        }
    }

    private boolean isForWholeDays(Fields pass) {
        return !state.row(Kind.TIME_PASS, pass.number("TimePassId")).has("MinutesIncluded");
    }

    public void joinTeam(long teamId, long customerId) {
        synchronized (state) {
            List<Long> members = new ArrayList<>(FrontDesk.members(state.row(Kind.TEAM, teamId)));
            members.add(customerId);
            change(Kind.TEAM, teamId, Fields.of("TeamMembers", members));
        }
    }

    public void leaveTeam(long teamId, long customerId) {
        synchronized (state) {
            Fields team = state.row(Kind.TEAM, teamId);
            List<Long> members = new ArrayList<>(FrontDesk.members(team));
            members.remove(customerId);
            change(Kind.TEAM, teamId, Fields.of("TeamMembers", members));
            frontDesk.leftTeam(team, customerId);
        }
    }

    public void deleteTeam(long teamId) {
        delete(Kind.TEAM, teamId);
    }

    /** A customer gets a login of his own. */
    public void giveLogin(String email, String password) {
        synchronized (state) {
            state.members.put(email, password);
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
}
