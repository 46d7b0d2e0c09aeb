package sandbox.salto;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import sandbox.http.Fields;
import sandbox.http.Json;
import sandbox.http.Refusal;
import sandbox.http.Request;
import sandbox.http.Response;
import sandbox.http.Router;
import sandbox.http.TextSocket;

/**
 * Tells at once what is written into a site's entries, as a hub of ASP.NET Core SignalR: a connection is negotiated, then JSON goes over a WebSocket,
 * each message ended by a record separator. A stream ends with the token that it was opened with.
 */
final class EventHub implements AutoCloseable {
    private static final String ENTRIES = "/v1/hub/entries";
    /** A hub of its own; nothing happens here that it would tell. */
    private static final String INCIDENTS = "/v1/hub/incidents";

    private static final List<String> HUBS = List.of(ENTRIES, INCIDENTS);
    private static final String END = "\u001e";
    private static final long PING_MILLIS = 5_000;
    private static final String PING = Json.write(Fields.of("type", 6)) + END;

    /** What a connection was negotiated for. */
    private record Topic(String hub, String site) {}

    private record Stream(Topic topic, String token, TextSocket socket) {

        boolean tellsEntriesOf(Site site) {
            return topic.equals(new Topic(ENTRIES, site.id));
        }
    }

    private final SaltoState state;
    private final SaltoAccess access;
    private final Tokens tokens;
    private final SaltoSettings settings;
    private final Map<String, Topic> negotiated = new ConcurrentHashMap<>();
    private final Set<Stream> streams = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    EventHub(SaltoState state, SaltoAccess access, Tokens tokens, SaltoSettings settings) {
        this.state = state;
        this.access = access;
        this.tokens = tokens;
        this.settings = settings;
        threads.execute(this::ping);
    }

    void addTo(Router router) {
        HUBS.forEach(hub -> router.on("POST", hub + "/negotiate", request -> negotiate(hub, request)));
    }

    private Response negotiate(String hub, Request request) {
        Site site = streamed(request);
        String connection = Tokens.random();
        negotiated.put(connection, new Topic(hub, site.id));
        return Response.json(Fields.of(
                "negotiateVersion",
                1,
                "connectionId",
                Tokens.random(),
                "connectionToken",
                connection,
                "availableTransports",
                List.of(Fields.of("transport", "WebSockets", "transferFormats", List.of("Text", "Binary")))));
    }

    /** A negotiated connection serves once. */
    Consumer<TextSocket> open(Request request) {
        synchronized (state) {
            if (!HUBS.contains(request.path())) {
                throw new Refusal(Response.empty(404));
            }
            Topic topic = new Topic(request.path(), streamed(request).id);
            if (!topic.equals(negotiated.remove(request.query().text("id")))) {
                throw new Refusal(Response.empty(404));
            }
            String token = request.bearer().orElseThrow();
            return socket -> serve(new Stream(topic, token, socket));
        }
    }

    /** The site whose entries the caller may hear. */
    private Site streamed(Request request) {
        Person caller = access.caller(request);
        String id = request.query().find("site_id").orElseThrow(() -> SaltoError.invalidRequest("site_id is missing"));
        return Optional.ofNullable(state.sites.get(id))
                .filter(site -> access.administers(caller, site))
                .filter(site -> site.subscriptionValid && !site.withoutStream)
                .orElseThrow(() -> new Refusal(Response.empty(403)));
    }

    private void serve(Stream stream) {
        try {
            stream.socket().each(text -> {
                if (text.contains("\"protocol\"") && streams.add(stream)) {
                    stream.socket().send("{}" + END);
                }
            });
        } finally {
            streams.remove(stream);
        }
    }

    /** Whoever listens hears of it; whoever's token is no longer good hears nothing any more. */
    void announce(Site site, Fields entry) {
        String message = Json.write(
                        Fields.of("type", 1, "target", settings.streamMessage, "arguments", List.of(Json.write(entry))))
                + END;
        streams.stream()
                .filter(stream -> stream.tellsEntriesOf(site))
                .forEach(stream -> threads.execute(() -> tell(stream, message)));
    }

    private void tell(Stream stream, String message) {
        boolean good;
        synchronized (state) {
            good = tokens.check(stream.token()).isPresent();
        }
        if (good) {
            stream.socket().send(message);
        } else {
            stream.socket().close();
        }
    }

    private void ping() {
        try {
            while (true) {
                Thread.sleep(PING_MILLIS);
                streams.forEach(stream -> tell(stream, PING));
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many listen. */
    int count(Site site) {
        return (int)
                streams.stream().filter(stream -> stream.tellsEntriesOf(site)).count();
    }

    /** Every connection breaks off. */
    void drop() {
        streams.forEach(stream -> stream.socket().close());
    }

    @Override
    public void close() {
        drop();
        threads.shutdownNow();
    }
}
