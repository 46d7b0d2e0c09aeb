package sandbox.nexudus;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import sandbox.http.Fields;
import sandbox.http.Parameters;
import sandbox.http.Refusal;
import sandbox.http.Request;
import sandbox.http.Response;
import sandbox.http.Router;
import sandbox.http.Throttle;

/** Lists, reads, creates, updates and deletes the records of every kind. An update replaces the whole record. */
final class RecordsApi {
    private final NexudusState state;
    private final NexudusAccess access;
    private final Records records;
    private final FrontDesk frontDesk;
    private final Clock clock;
    private final AtomicReference<Throttle> throttle;
    private final NexudusSettings settings;
    private final LongFunction<Optional<Long>> checkIns;

    RecordsApi(
            NexudusState state,
            NexudusAccess access,
            Records records,
            FrontDesk frontDesk,
            Clock clock,
            AtomicReference<Throttle> throttle,
            NexudusSettings settings,
            LongFunction<Optional<Long>> checkIns) {
        this.state = state;
        this.access = access;
        this.records = records;
        this.frontDesk = frontDesk;
        this.clock = clock;
        this.throttle = throttle;
        this.settings = settings;
        this.checkIns = checkIns;
    }

    /** Where records lie can be changed: it is looked at when they are asked for. */
    void addTo(Router router) {
        String path = "/api/{module}/{records}";
        router.on("GET", path, throttled(false, this::list))
                .on("GET", path + "/{id}", throttled(false, this::read))
                .on("POST", path, throttled(true, this::create))
                .on("PUT", path, throttled(true, this::update))
                .on("DELETE", path + "/{id}", throttled(true, this::delete));
    }

    /** Too many requests are answered 409 here, which is no conflict. */
    private Function<Request, Response> throttled(boolean write, BiFunction<Kind, Request, Response> answer) {
        return request -> {
            Kind kind = kind(request);
            return throttle.get().admits(write)
                    ? answer.apply(kind, request)
                    : Response.empty(settings.throttleStatus).with("Retry-After", "1");
        };
    }

    private Kind kind(Request request) {
        String path = request.variable("module") + "/" + request.variable("records");
        return Stream.of(Kind.values())
                .filter(kind -> settings.path(kind).equals(path))
                .findFirst()
                .orElseThrow(() -> new Refusal(Response.empty(404)));
    }

    private Response list(Kind kind, Request request) {
        Optional<String> ids = request.query().find("id");
        return ids.isPresent() ? byIds(kind, request, ids.get()) : page(kind, request);
    }

    private Response page(Kind kind, Request request) {
        NexudusUser user = access.authorize(request, kind.entity + "-List");
        Parameters query = request.query();
        int page = Math.max(1, query.number("page", 1));
        if (kind == Kind.BOOKING && settings.drifts && isLaterPage(query)) {
            state.delete(kind, state.rows(kind).iterator().next().number("Id"));
        }
        int size = Math.clamp(query.number("size", 25), 1, settings.largestPage);
        Predicate<Fields> wanted = new RecordQuery(state, kind, settings).condition(query);
        List<Fields> selected = state.rows(kind).stream()
                .filter(row -> user.sees(records.location(kind, row)))
                .filter(row -> wanted.test(kind == Kind.CONTRACT ? records.full(kind, row) : row))
                .sorted(RecordQuery.order(query))
                .toList();
        List<Fields> shown = selected.stream()
                .skip((long) (page - 1) * size)
                .limit(size)
                .map(row -> records.brief(kind, row))
                .map(this::withoutOmitted)
                .toList();
        return Response.json(envelope(query, shown, page, size, selected.size()));
    }

    private static boolean isLaterPage(Parameters query) {
        return query.number("page", 1) > 1 || query.find("from_Booking_Id").isPresent();
    }

    private Fields withoutOmitted(Fields row) {
        row.remove(settings.omitted);
        return row;
    }

    private static Fields envelope(Parameters query, List<Fields> shown, int page, int size, int total) {
        int pages = (total + size - 1) / size;
        int first = shown.isEmpty() ? 0 : (page - 1) * size + 1;
        return Fields.of(
                        "Records",
                        shown,
                        "CurrentPage",
                        page,
                        "CurrentPageSize",
                        size,
                        "CurrentOrderField",
                        query.find("orderBy").orElse("Id"),
                        "CurrentSortDirection",
                        1,
                        "FirstItem",
                        first,
                        "LastItem",
                        shown.isEmpty() ? 0 : first + shown.size() - 1,
                        "HasNextPage",
                        page < pages,
                        "HasPreviousPage",
                        page > 1)
                .with("PageNumber", page)
                .with("PageSize", size)
                .with("TotalItems", total)
                .with("TotalPages", pages);
    }

    private Response byIds(Kind kind, Request request, String ids) {
        NexudusUser user = access.authorize(request, kind.entity + "-Read");
        return Response.json(Arrays.stream(ids.replaceAll("[\\[\\]\\s]", "").split(",", -1))
                .filter(id -> !id.isEmpty())
                .flatMap(id -> state.find(kind, number(id)).stream())
                .filter(row -> user.sees(records.location(kind, row)))
                .map(row -> records.full(kind, row))
                .toList());
    }

    private Response read(Kind kind, Request request) {
        NexudusUser user = access.authorize(request, kind.entity + "-Read");
        return Response.json(records.full(kind, visible(kind, user, number(request.variable("id")))));
    }

    private Response create(Kind kind, Request request) {
        NexudusUser user = access.authorize(request, kind.entity + "-Create");
        Fields body = typed(kind, request);
        validate(kind, body);
        if (kind == Kind.CHECKIN) {
            return checkIn(body.number("CoworkerId"));
        }
        Fields row = state.insert(kind, defaults(kind, body), clock.instant()).with("UpdatedBy", user.email);
        frontDesk.created(kind, row);
        return done("created", row);
    }

    private Response update(Kind kind, Request request) {
        NexudusUser user = access.authorize(request, kind.entity + "-Update");
        Fields body = typed(kind, request);
        Fields old = visible(kind, user, body.number("Id"));
        validate(kind, body);
        Fields row = new Fields(defaults(kind, body));
        old.forEach((name, value) -> {
            if (name.startsWith("_") || List.of("Id", "UniqueId", "CreatedOn").contains(name)) {
                row.putIfAbsent(name, value);
            }
        });
        row.with("UpdatedOn", clock.instant()).with("UpdatedBy", user.email);
        state.replace(kind, row);
        frontDesk.updated(kind, row);
        return done("updated", row);
    }

    private Response delete(Kind kind, Request request) {
        NexudusUser user = access.authorize(request, kind.entity + "-Delete");
        Fields row = visible(kind, user, number(request.variable("id")));
        state.delete(kind, row.number("Id"));
        frontDesk.deleted(kind, row);
        return done("deleted", row);
    }

    private Fields visible(Kind kind, NexudusUser user, long id) {
        return state.find(kind, id)
                .filter(row -> user.sees(records.location(kind, row)))
                .orElseThrow(() -> new Refusal(Response.empty(404)));
    }

    private Response done(String what, Fields row) {
        return Response.json(Fields.of(
                "Status",
                200,
                "Message",
                "Record was successfully " + what,
                "Value",
                Fields.of("Id", row.get("Id")),
                "OpenInDialog",
                false,
                "OpenInWindow",
                false,
                "RedirectURL",
                null,
                "JavaScript",
                null,
                "UpdatedOn",
                clock.instant(),
                "UpdatedBy",
                row.text("UpdatedBy"),
                "Errors",
                null,
                "WasSuccessful",
                true));
    }

    /** Times arrive as text; a webhook's secret is kept and never shown. */
    private Fields typed(Kind kind, Request request) {
        Fields body = request.json();
        for (String name : kind.times) {
            if (body.has(name)) {
                body.put(name, time(name, body.text(name)));
            }
        }
        if (body.containsKey(settings.hookSecretField)) {
            body.put("_Secret", body.remove(settings.hookSecretField));
        }
        return body;
    }

    /** Whoever has no pass cannot come in. */
    private Response checkIn(long coworker) {
        return checkIns.apply(coworker)
                .map(id -> done("created", state.row(Kind.CHECKIN, id)))
                .orElseThrow(() -> invalid("Coworker", "has no valid pass", String.valueOf(coworker)));
    }

    private Instant time(String name, String text) {
        try {
            return Instant.parse(text.endsWith("Z") ? text : text + "Z");
        } catch (DateTimeException e) {
            throw invalid(name, "is not a valid date", text);
        }
    }

    private void validate(Kind kind, Fields body) {
        if (kind == Kind.WEBHOOK && body.text("URL").isBlank()) {
            throw invalid("URL", "cannot be empty", "");
        }
        if (kind == Kind.WEBHOOK && !body.has("BusinessId")) {
            throw invalid("Business", "cannot be empty", "");
        }
        if (kind == Kind.ACCESS_CONTROL_AUDIT && !body.has("CoworkerId")) {
            throw invalid("Coworker", "cannot be empty", "");
        }
    }

    private static Fields defaults(Kind kind, Fields body) {
        if (kind == Kind.WEBHOOK) {
            body.putIfAbsent("Active", true);
            body.putIfAbsent("ErrorCount", 0L);
            body.putIfAbsent("LastError", null);
            body.putIfAbsent("LastTrigger", null);
        }
        return body;
    }

    private Refusal invalid(String property, String message, String attempted) {
        Fields error = Fields.of("AttemptedValue", attempted, "Message", message, "PropertyName", property);
        return new Refusal(Response.json(
                settings.refusesWith200 ? 200 : 400,
                Fields.of(
                        "Status",
                        400,
                        "Message",
                        property + ": " + message,
                        "Value",
                        null,
                        "Errors",
                        List.of(error),
                        "WasSuccessful",
                        false)));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Refusal(Response.empty(404));
        }
    }
}
