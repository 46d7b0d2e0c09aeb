package app.latchkey.salto;

import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** SignalR's JSON over a WebSocket: each message ends with a record separator, and both sides say now and then that they are there. */
final class HubSocket implements WebSocket.Listener, AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration OPEN = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final int LOOKS_BETWEEN_PINGS = 3;
    /** A hub says that it is there every fifteen seconds. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final int LARGEST_MESSAGE = 1024 * 1024;
    private static final String END = "\u001e";
    private static final String HANDSHAKE = "{\"protocol\":\"json\",\"version\":1}" + END;
    private static final String PING = "{\"type\":6}" + END;
    private static final int INVOCATION = 1;
    private static final int CLOSE = 7;

    private final EventStream.Listener listener;
    private final Predicate<String> wanted;
    private final CountDownLatch over = new CountDownLatch(1);
    private final StringBuilder unfinished = new StringBuilder();
    private boolean agreed;
    private volatile long heardAt = System.nanoTime();
    private volatile @Nullable WebSocket socket;

    /** @param wanted which messages count, by their names */
    HubSocket(EventStream.Listener listener, Predicate<String> wanted) {
        this.listener = listener;
        this.wanted = wanted;
    }

    /** @throws PartnerFailure SILENT where that does not come about */
    void open(HttpClient client, Negotiation.Agreed where) throws InterruptedException {
        CompletableFuture<WebSocket> opening = client.newWebSocketBuilder()
                .connectTimeout(CONNECT)
                .header("Authorization", "Bearer " + where.token().reveal())
                .buildAsync(where.socket(), this);
        try {
            socket = opening.get(OPEN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            var _ = opening.thenAccept(WebSocket::abort);
            throw PartnerFailure.of(
                    Partner.SALTO, Category.SILENT, "Salto KS's event stream did not open a connection.", e);
        } catch (InterruptedException e) {
            var _ = opening.thenAccept(WebSocket::abort);
            throw e;
        }
    }

    /** Stays until the hub is gone, or the listener does not go on. */
    StreamState stay() throws InterruptedException {
        say(HANDSHAKE);
        for (int look = 1; !over.await(LOOK.toMillis(), TimeUnit.MILLISECONDS); look++) {
            if (!listener.goesOn()) {
                return StreamState.LIVE;
            }
            if (System.nanoTime() - heardAt > SILENCE.toNanos()) {
                return StreamState.NOT_REACHABLE;
            }
            if (look % LOOKS_BETWEEN_PINGS == 0) {
                say(PING);
            }
        }
        return StreamState.NOT_REACHABLE;
    }

    /** A line that takes nothing any more is soon found silent. */
    private void say(String text) {
        var _ = Objects.requireNonNull(socket).sendText(text, true);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        heardAt = System.nanoTime();
        unfinished.append(text);
        for (int end = unfinished.indexOf(END); end >= 0; end = unfinished.indexOf(END)) {
            String message = unfinished.substring(0, end);
            unfinished.delete(0, end + END.length());
            take(Wire.tree(message));
        }
        if (unfinished.length() > LARGEST_MESSAGE) {
            throw Wire.unreadable(null);
        }
        from.request(1);
        return null;
    }

    /** The first message answers the handshake. */
    private void take(JsonNode message) {
        int type = Wire.number(message, "type");
        if (message.hasNonNull("error") || type == CLOSE) {
            over.countDown();
        } else if (!agreed) {
            agreed = true;
            listener.live();
        } else if (type == INVOCATION
                && wanted.test(Wire.text(message, "target").orElse(""))) {
            listener.happened();
        }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        over.countDown();
        return null;
    }

    /** Also where a message could not be taken: the stream then begins anew. */
    @Override
    public void onError(WebSocket from, Throwable error) {
        over.countDown();
    }

    @Override
    public void close() {
        WebSocket open = socket;
        if (open != null) {
            var _ = open.sendClose(WebSocket.NORMAL_CLOSURE, "")
                    .orTimeout(1, TimeUnit.SECONDS)
                    .whenComplete((closed, failed) -> open.abort());
        }
    }
}
