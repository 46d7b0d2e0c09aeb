package stranger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A web server that answers JSON and remembers what it was asked. */
abstract class StrangeServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One request: its path, its query by name, its body. */
    record Asked(String method, String path, Map<String, String> query, String body) {

        /** A field of the JSON body, empty without one. */
        String field(String name) {
            return JSON.readTree(body.isEmpty() ? "{}" : body).path(name).asString("");
        }

        int number(String name, int otherwise) {
            return Optional.ofNullable(query.get(name)).map(Integer::valueOf).orElse(otherwise);
        }
    }

    /** An answer; null is no body. */
    record Said(int status, @Nullable Object body) {
        static Said ok(Object body) {
            return new Said(200, body);
        }
    }

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    StrangeServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** Answers one request; called by one thread at a time. */
    abstract Said answer(Asked request, String authorization);

    final String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    final List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void serve(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Asked request = new Asked(exchange.getRequestMethod(), uri.getPath(), query(uri.getRawQuery()), body);
        asked.add(request);
        Said said =
                said(request, Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")));
        byte[] text = said.body() == null ? new byte[0] : JSON.writeValueAsBytes(said.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(said.status(), text.length == 0 ? -1 : text.length);
        if (text.length > 0) {
            exchange.getResponseBody().write(text);
        }
        exchange.close();
    }

    private synchronized Said said(Asked request, Optional<String> authorization) {
        return answer(request, authorization.orElse(""));
    }

    static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            query.put(decode(parts[0]), parts.length > 1 ? decode(parts[1]) : "");
        }
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Names and values in turn. */
    static ObjectNode of(@Nullable Object... pairs) {
        ObjectNode node = JSON.createObjectNode();
        for (int i = 0; i < pairs.length; i += 2) {
            node.putPOJO(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return JSON.valueToTree(node);
    }

    /** A field's text; empty for null and for none. */
    static String text(JsonNode row, String name) {
        return row.path(name).asString("");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
