package sandbox.salto;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import sandbox.http.Fields;
import sandbox.http.Json;
import sandbox.http.Parameters;
import sandbox.http.Request;
import sandbox.http.Response;
import sandbox.http.Router;

/** What happened at the doors; in one version only, in an envelope of its own, and for ninety days. */
final class EntriesApi {
    private static final Comparator<Fields> BY_TIME = Comparator.comparing(EntriesApi::time);
    private static final List<String> COLUMNS = List.of(
            "utc_date_time",
            "local_date_time",
            "event_category",
            "event_detail",
            "lock_customer_reference",
            "user_first_name",
            "user_last_name",
            "access_by");

    private final SaltoAccess access;
    private final SaltoSettings settings;
    private final Clock clock;

    EntriesApi(SaltoAccess access, SaltoSettings settings, Clock clock) {
        this.access = access;
        this.settings = settings;
        this.clock = clock;
    }

    private static Instant time(Fields entry) {
        return Objects.requireNonNull(entry.time("utc_date_time"));
    }

    void addTo(Router router) {
        String entries = SaltoApi.VERSIONS + "/sites/{site}/entries";
        router.on("GET", entries + "/export", this::export).on("GET", entries, this::list);
    }

    private Response list(Request request) {
        if (!request.path().startsWith("/" + settings.entriesVersion + "/")) {
            return Response.empty(405);
        }
        Site site = access.administered(request);
        Parameters query = request.query();
        String order = query.find("$orderby").orElse("utc_date_time");
        if (!order.startsWith("utc_date_time")) {
            throw SaltoError.invalidQuery("Could not find a property named '" + order + "'");
        }
        List<Fields> entries = kept(site);
        int from = query.find(settings.continuationParameter)
                .map(EntriesApi::position)
                .orElse(0);
        int top = Math.min(query.number("$top", 20), settings.pageSize);
        List<Fields> ordered = order.endsWith("desc") ? entries.reversed() : entries;
        List<Fields> page = ordered.stream().skip(from).limit(top).toList();
        boolean more = from + page.size() < entries.size();
        return Response.json(Fields.of(
                "items",
                page,
                "continuation_token",
                more ? Json.write(Fields.of("position", from + page.size())) : null));
    }

    private List<Fields> kept(Site site) {
        Instant oldest = clock.instant().minus(Site.EVENTS_KEPT);
        return site.entries.stream()
                .filter(entry -> !time(entry).isBefore(oldest))
                .sorted(BY_TIME)
                .toList();
    }

    /** As a table for people, from one day to another by the site's clock. */
    private Response export(Request request) {
        Site site = access.administered(request);
        LocalDate from = day(request, "from_date");
        LocalDate to = day(request, "to_date");
        String rows = kept(site).stream()
                .filter(entry -> !localDay(site, entry).isBefore(from)
                        && !localDay(site, entry).isAfter(to))
                .map(entry -> COLUMNS.stream()
                        .map(column -> '"' + entry.text(column).replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining());
        return Response.text(200, "text/csv; charset=utf-8", String.join(",", COLUMNS) + "\r\n" + rows);
    }

    private static LocalDate localDay(Site site, Fields entry) {
        return time(entry).atZone(site.zone).toLocalDate();
    }

    private static LocalDate day(Request request, String name) {
        try {
            return LocalDate.parse(request.query().text(name));
        } catch (DateTimeParseException e) {
            throw SaltoError.invalidValue(name + " is not valid");
        }
    }

    private static int position(String token) {
        try {
            return (int) Json.object(token).number("position");
        } catch (RuntimeException e) {
            throw SaltoError.invalidQuery("Continuation token is not valid");
        }
    }
}
