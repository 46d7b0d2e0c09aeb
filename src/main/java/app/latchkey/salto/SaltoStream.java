package app.latchkey.salto;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Assumption;
import app.latchkey.space.LatchkeySettings;
import jakarta.annotation.PreDestroy;
import java.net.http.HttpClient;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Event streams over the JDK's WebSocket. Which messages a hub sends is not documented, so that any of them counts unless a deployment names some. */
@Service
class SaltoStream implements EventStream {

    private static final String FEATURE = "events_streaming";

    private final SaltoHttp http;
    private final Addresses addresses;
    private final Negotiation negotiation;
    private final Set<String> messages;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(threads)
            .build();

    SaltoStream(SaltoHttp http, Addresses addresses, Negotiation negotiation, LatchkeySettings settings) {
        this.http = http;
        this.addresses = addresses;
        this.negotiation = negotiation;
        this.messages = Set.copyOf(settings.assumedList(Assumption.SALTO_STREAM_MESSAGES));
    }

    @PreDestroy
    void stop() {
        client.shutdownNow();
        threads.shutdownNow();
    }

    @Override
    public boolean isOffered() {
        return negotiation.isOffered();
    }

    @Override
    public StreamState look(SpaceId space) {
        try {
            if (!isSubscribed(space)) {
                return StreamState.NOT_SUBSCRIBED;
            }
            var _ = negotiation.of(space);
            return StreamState.LIVE;
        } catch (PartnerFailure failure) {
            return state(failure);
        }
    }

    @Override
    public StreamState listen(SpaceId space, Listener listener) throws InterruptedException {
        if (!listener.goesOn()) {
            return StreamState.LIVE;
        }
        try (HubSocket socket = new HubSocket(listener, this::isWanted)) {
            if (!isSubscribed(space)) {
                return StreamState.NOT_SUBSCRIBED;
            }
            socket.open(client, negotiation.of(space));
            return socket.stay();
        } catch (PartnerFailure failure) {
            return state(failure);
        }
    }

    private boolean isWanted(String message) {
        return messages.isEmpty() || messages.contains(message);
    }

    private boolean isSubscribed(SpaceId space) {
        JsonNode subscription = http.read(space, addresses.ofSite(space, Endpoint.SITES, "/subscription"));
        return subscription.path("features").valueStream().anyMatch(feature -> FEATURE.equals(feature.asString("")));
    }

    private static StreamState state(PartnerFailure failure) {
        return failure.is(Category.RIGHT_MISSING) ? StreamState.REFUSED : StreamState.NOT_REACHABLE;
    }
}
