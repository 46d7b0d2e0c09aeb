package sandbox.nexudus;

import java.util.Arrays;
import java.util.List;
import sandbox.SandboxClock;
import sandbox.http.Fields;

/** What somebody sees who looks around in this Nexudus. */
abstract class NexudusViews {
    final NexudusState state;
    final SandboxClock clock;
    final Records records;

    NexudusViews(NexudusState state, SandboxClock clock) {
        this.state = state;
        this.clock = clock;
        this.records = new Records(state, clock);
    }

    public List<Nexudus.Named> locations() {
        return named(Kind.BUSINESS, "Name", "WebAddress");
    }

    public List<Nexudus.Named> customers() {
        return named(Kind.COWORKER, "FullName", "Email");
    }

    public List<Nexudus.Named> passes() {
        return named(Kind.TIME_PASS, "Name", "BusinessName");
    }

    public List<Nexudus.Named> rooms() {
        return named(Kind.RESOURCE, "Name", "BusinessId");
    }

    public List<Nexudus.Named> desks() {
        return named(Kind.DESK, "Name", "FloorPlanBusinessId");
    }

    public List<Nexudus.Named> teams() {
        return named(Kind.TEAM, "Name", "BusinessId");
    }

    /** What stands in the access-control audit, oldest first. */
    public List<Nexudus.Note> accessNotes() {
        synchronized (state) {
            return state.rows(Kind.ACCESS_CONTROL_AUDIT).stream()
                    .map(row ->
                            new Nexudus.Note(row.number("CoworkerId"), row.text("Description"), row.flag("IsProblem")))
                    .toList();
        }
    }

    public List<Nexudus.Named> webhooks() {
        return named(Kind.WEBHOOK, "Action", "URL");
    }

    /** The id of a customer by name or e-mail address; the first of several. */
    public long customer(String nameOrEmail) {
        return find(customers(), nameOrEmail);
    }

    public long pass(String name) {
        return find(passes(), name);
    }

    public long room(String name) {
        return find(rooms(), name);
    }

    public long desk(String name) {
        return find(desks(), name);
    }

    public long team(String name) {
        return find(teams(), name);
    }

    public long location(String name) {
        return find(locations(), name);
    }

    private static long find(List<Nexudus.Named> known, String wanted) {
        return known.stream()
                .filter(each -> each.name().equals(wanted) || each.detail().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing in Nexudus is called " + wanted))
                .id();
    }

    public List<Nexudus.Held> bookings() {
        synchronized (state) {
            return state.rows(Kind.BOOKING).stream()
                    .map(row -> held(Kind.BOOKING, row, "FromTime", "ToTime", row.flag("Tentative") ? "tentative" : ""))
                    .toList();
        }
    }

    public List<Nexudus.Held> contracts() {
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

    public List<Nexudus.Held> boughtPasses() {
        synchronized (state) {
            return state.rows(Kind.COWORKER_TIME_PASS).stream()
                    .map(row -> held(Kind.COWORKER_TIME_PASS, row, "UsedDate", "ExpireDate", usesOf(row)))
                    .toList();
        }
    }

    private static String usesOf(Fields pass) {
        long left = pass.number("RemainingUses");
        if (pass.flag("Used") && left == 0) {
            return "used";
        }
        return left < pass.number("TotalUses") ? "%d of %d left".formatted(left, pass.number("TotalUses")) : "";
    }

    private Nexudus.Held held(Kind kind, Fields row, String from, String to, String note) {
        Fields record = records.full(kind, row);
        String what = record.text("ResourceName")
                + record.text("FloorPlanDeskName")
                + record.text("FloorPlanDeskNames")
                + record.text("TimePassName");
        return new Nexudus.Held(
                row.number("Id"), record.text("CoworkerFullName"), what, row.time(from), row.time(to), note);
    }

    private List<Nexudus.Named> named(Kind kind, String name, String detail) {
        synchronized (state) {
            return state.rows(kind).stream()
                    .map(row -> new Nexudus.Named(
                            row.number("Id"),
                            row.text(name),
                            row.text(detail),
                            !row.containsKey("Active") || row.flag("Active")))
                    .toList();
        }
    }

    /** What stands in a field of any record; {@code entity} is named as in {@code Coworker}. */
    public String field(String entity, long id, String name) {
        synchronized (state) {
            return Arrays.stream(Kind.values())
                    .filter(kind -> kind.entity.equals(entity))
                    .findFirst()
                    .map(kind -> state.row(kind, id).text(name))
                    .orElseThrow();
        }
    }
}
