package sandbox.nexudus;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import sandbox.http.Fields;
import sandbox.http.Parameters;
import sandbox.http.Refusal;
import sandbox.http.Request;
import sandbox.http.Response;
import sandbox.http.Router;

/**
 * What members see of Nexudus with a login of their own: their profiles, one for each location, and the calendar. Its times are those of the clock
 * on the wall, with a Z behind them that is not true; other people have no name in it; without {@code Accept: application/json} it is a page.
 */
final class MembersApi {
    private static final String PROFILES = "/api/public/coworkers/profiles";
    private static final DateTimeFormatter WALL_CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'");

    private final NexudusState state;
    private final NexudusAccess access;
    private final Records records;

    MembersApi(NexudusState state, NexudusAccess access, Records records) {
        this.state = state;
        this.access = access;
        this.records = records;
    }

    void addTo(Router router) {
        router.on("GET", PROFILES, request -> shown(request, this::profiles));
        router.on("GET", PROFILES + "/current", request -> shown(request, this::current));
        router.on("PUT", PROFILES + "/current", this::choose);
        router.on("GET", "/en/bookings/fullCalendarBookings", request -> shown(request, this::calendar));
    }

    private interface Answer {
        Response to(Request request);
    }

    private static Response shown(Request request, Answer answer) {
        return request.header("Accept").filter(kind -> kind.contains("json")).isPresent()
                ? answer.to(request)
                : Response.html("<!doctype html><title>Nexudus</title>");
    }

    private Response profiles(Request request) {
        return Response.json(
                profilesOf(request).stream().map(MembersApi::profile).toList());
    }

    private Response current(Request request) {
        return Response.json(profile(currentOf(request)));
    }

    private Response choose(Request request) {
        long id = request.json().number("Id");
        Fields chosen = profilesOf(request).stream()
                .filter(profile -> profile.number("Id") == id)
                .findFirst()
                .orElseThrow(() -> new Refusal(Response.json(404, Fields.of("Message", "No such profile."))));
        state.currentProfiles.put(chosen.text("Email"), id);
        return Response.json(profile(chosen));
    }

    /** The caller's; 401 for a login without any. */
    private List<Fields> profilesOf(Request request) {
        List<Fields> profiles = access.member(request).stream()
                .flatMap(email -> state.rows(Kind.COWORKER).stream()
                        .filter(row -> row.text("Email").equalsIgnoreCase(email)))
                .toList();
        if (profiles.isEmpty()) {
            throw new Refusal(Response.empty(401));
        }
        return profiles;
    }

    private Fields currentOf(Request request) {
        List<Fields> profiles = profilesOf(request);
        Long chosen = state.currentProfiles.get(profiles.getFirst().text("Email"));
        return profiles.stream()
                .filter(profile -> chosen != null && profile.number("Id") == chosen)
                .findFirst()
                .orElse(profiles.getFirst());
    }

    private static Fields profile(Fields row) {
        return Fields.of(
                "Id",
                row.number("Id"),
                "UniqueId",
                row.text("UniqueId"),
                "FullName",
                row.text("FullName"),
                "Email",
                row.text("Email"),
                "InvoicingBusinessId",
                row.number("InvoicingBusinessId"));
    }

    /** Both days are needed; without them Nexudus breaks. */
    private Response calendar(Request request) {
        Fields caller = currentOf(request);
        Optional<LocalDate> from = day(request.query(), "start");
        Optional<LocalDate> to = day(request.query(), "end");
        if (from.isEmpty() || to.isEmpty()) {
            return Response.empty(500);
        }
        long location = caller.number("InvoicingBusinessId");
        ZoneId zone = records.zoneOf(location);
        return Response.json(state.rows(Kind.BOOKING).stream()
                .filter(booking -> isAt(location, booking))
                .filter(booking -> touches(booking, zone, from.get(), to.get()))
                .map(booking -> event(booking, zone, booking.number("CoworkerId") == caller.number("Id")))
                .toList());
    }

    private static Optional<LocalDate> day(Parameters query, String name) {
        try {
            return query.find(name).map(LocalDate::parse);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private boolean isAt(long location, Fields booking) {
        return state.find(Kind.RESOURCE, booking.number("ResourceId"))
                .filter(resource -> resource.number("BusinessId") == location)
                .isPresent();
    }

    private static boolean touches(Fields booking, ZoneId zone, LocalDate from, LocalDate to) {
        return time(booking, "FromTime").isBefore(to.atStartOfDay(zone).toInstant())
                && time(booking, "ToTime").isAfter(from.atStartOfDay(zone).toInstant());
    }

    private static Instant time(Fields booking, String name) {
        return Objects.requireNonNull(booking.time(name), name);
    }

    private static Fields event(Fields booking, ZoneId zone, boolean own) {
        return Fields.of(
                "id",
                booking.number("Id"),
                "title",
                own ? booking.text("ResourceName") : "Booked",
                "start",
                wallClock(time(booking, "FromTime"), zone),
                "end",
                wallClock(time(booking, "ToTime"), zone),
                "resourceId",
                booking.number("ResourceId"),
                "coworkerId",
                own ? String.valueOf(booking.number("CoworkerId")) : "",
                "coworkerFullName",
                own ? booking.text("CoworkerFullName") : null);
    }

    private static String wallClock(Instant time, ZoneId zone) {
        return WALL_CLOCK.format(LocalDateTime.ofInstant(time, zone));
    }
}
