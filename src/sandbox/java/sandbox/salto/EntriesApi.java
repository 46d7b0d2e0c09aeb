package sandbox.salto;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import sandbox.http.Fields;
import sandbox.http.Json;
import sandbox.http.Parameters;
import sandbox.http.Request;
import sandbox.http.Response;
import sandbox.http.Router;

/** What happened at the doors; in one version only, in an envelope of its own, and for ninety days. */
final class EntriesApi {
    private static final Comparator<Fields> BY_TIME = Comparator.comparing(EntriesApi::time);

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
        router.on("GET", SaltoApi.VERSIONS + "/sites/{site}/entries", this::list);
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
        Instant oldest = clock.instant().minus(Site.EVENTS_KEPT);
        List<Fields> entries = site.entries.stream()
                .filter(entry -> !time(entry).isBefore(oldest))
                .sorted(BY_TIME)
                .toList();
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

    private static int position(String token) {
        try {
            return (int) Json.object(token).number("position");
        } catch (RuntimeException e) {
            throw SaltoError.invalidQuery("Continuation token is not valid");
        }
    }
}
