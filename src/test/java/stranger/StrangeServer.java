package stranger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A web server that answers JSON below a path of its own, and remembers what it was asked. */
abstract class StrangeServer implements AutoCloseable {

    /** Where it begins: nothing lies at the root. */
    static final String BELOW = "/strange";

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    StrangeServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(BELOW, this::serve);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** Answers one request; called by one thread at a time. */
    abstract Said answer(Asked request);

    final String url() {
        return "http://localhost:" + server.getAddress().getPort() + BELOW;
    }

    final List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void serve(HttpExchange exchange) throws IOException {
        Asked request = read(exchange);
        asked.add(request);
        Said said = said(request);
        byte[] text =
                said.body() == null ? new byte[0] : Json.write(said.body()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(said.status(), text.length == 0 ? -1 : text.length);
        if (text.length > 0) {
            exchange.getResponseBody().write(text);
        }
        exchange.close();
    }

    private static Asked read(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return new Asked(
                exchange.getRequestMethod(),
                uri.getPath().substring(BELOW.length()),
                Asked.pairs(uri.getRawQuery()),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private synchronized Said said(Asked request) {
        return answer(request);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
