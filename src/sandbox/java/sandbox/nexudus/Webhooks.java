package sandbox.nexudus;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import sandbox.http.Fields;
import sandbox.http.Json;

/**
 * Delivers webhooks: at once, on threads of their own, in no certain order, and never twice. A delivery that fails is
 * counted; several in a row switch the hook off.
 *
 * <p>The shared secret is a field of the created or updated webhook; it is never answered. Without one
 * a delivery is not signed.
 */
final class Webhooks implements AutoCloseable {
    static final String SIGNATURE = "X-Nexudus-Hook-Signature";
    private static final int DELIVERIES_KEPT = 500;

    private final NexudusState state;
    private final NexudusSettings settings;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger underWay = new AtomicInteger();
    private final List<Nexudus.Delivery> deliveries = new ArrayList<>();
    volatile boolean lose;

    Webhooks(NexudusState state, NexudusSettings settings, Clock clock) {
        this.state = state;
        this.settings = settings;
        this.clock = clock;
    }

    /** Something happened at a location. */
    void fire(int action, long location, Fields entity) {
        if (lose) {
            return;
        }
        String body = Json.write(List.of(entity));
        state.rows(Kind.WEBHOOK).stream()
                .filter(hook -> hook.flag("Active") && hook.number("Action") == action)
                .filter(hook -> hook.number("BusinessId") == location)
                .forEach(hook -> {
                    for (int time = 0; time < settings.deliveries; time++) {
                        deliverLater(hook, action, body);
                    }
                });
    }

    private void deliverLater(Fields hook, int action, String body) {
        long id = hook.number("Id");
        String url = hook.text("URL");
        String secret = hook.text("_Secret");
        underWay.incrementAndGet();
        threads.execute(() -> {
            try {
                deliver(id, action, url, secret, body);
            } finally {
                underWay.decrementAndGet();
            }
        });
    }

    private void deliver(long id, int action, String url, String secret, String body) {
        int status = 0;
        String error = "";
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                    .timeout(Duration.ofSeconds(10))
                    .header("Content-Type", "application/json; charset=utf-8")
                    .POST(HttpRequest.BodyPublishers.ofString(body));
            HookSignature.of(body, secret, settings.signing).ifPresent(text -> request.header(SIGNATURE, text));
            status = client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            error = status / 100 == 2 ? "" : "HTTP " + status;
        } catch (IOException | IllegalArgumentException e) {
            error = String.valueOf(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        record(id, new Nexudus.Delivery(clock.instant(), action, url, status, body), error);
    }

    private void record(long id, Nexudus.Delivery delivery, String error) {
        synchronized (state) {
            deliveries.add(delivery);
            if (deliveries.size() > DELIVERIES_KEPT) {
                deliveries.removeFirst();
            }
            state.find(Kind.WEBHOOK, id).ifPresent(hook -> count(hook, error));
        }
    }

    private void count(Fields hook, String error) {
        hook.with("LastTrigger", clock.instant());
        if (error.isEmpty()) {
            hook.with("ErrorCount", 0L);
            return;
        }
        long failures = hook.number("ErrorCount") + 1;
        hook.with("LastError", error).with("ErrorCount", failures);
        if (failures >= settings.failuresBeforeOff) {
            hook.with("Active", false);
        }
    }

    List<Nexudus.Delivery> deliveries() {
        synchronized (state) {
            return List.copyOf(deliveries);
        }
    }

    boolean isQuiet() {
        return underWay.get() == 0;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        client.shutdownNow();
    }
}
