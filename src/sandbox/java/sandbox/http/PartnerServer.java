package sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** One HTTP server on the loopback address. It notes every request, and lets go wrong what shall go wrong. */
public final class PartnerServer implements AutoCloseable {
    static {
        // Without it every small answer on a kept connection waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final String name;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Function<Request, Response> answer;
    private final Faults faults;
    private final Journal journal;

    private PartnerServer(
            String name, HttpServer server, Function<Request, Response> answer, Faults faults, Journal journal) {
        this.name = name;
        this.server = server;
        this.answer = answer;
        this.faults = faults;
        this.journal = journal;
    }

    /**
     * Listens on {@code port}, 0 for any.
     *
     * @param setting the system property that changes the port, for the message of {@link PortBusy}
     */
    public static PartnerServer start(
            String name, int port, String setting, Router router, Faults faults, Journal journal) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            PartnerServer started = new PartnerServer(name, server, router::answer, faults, journal);
            server.createContext("/", started::serve);
            server.setExecutor(started.threads);
            server.start();
            return started;
        } catch (BindException e) {
            throw new PortBusy(name, port, "-D" + setting);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        Request request = read(exchange);
        if (faults.isDown()) {
            leave(exchange, request);
            return;
        }
        Optional<Fault> fault = faults.meet(request.method() + " " + request.path() + "?" + request.rawQuery());
        if (fault.isPresent()) {
            serveBadly(exchange, request, fault.get());
        } else {
            send(exchange, request, handle(request));
        }
    }

    private void serveBadly(HttpExchange exchange, Request request, Fault fault) throws IOException {
        switch (fault.kind()) {
            case STATUS -> send(exchange, request, new Response(fault.status(), fault.headers(), new byte[0]));
            case ECHO -> send(exchange, request, echo(request, fault));
            case RESET -> leave(exchange, request);
            case DELAY -> {
                pause(fault.duration());
                send(exchange, request, handle(request));
            }
            case SLOW -> {
                long end = System.nanoTime() + fault.duration().toNanos();
                Response response = handle(request);
                pause(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
                send(exchange, request, response);
            }
            case LOST_ANSWER -> {
                handle(request);
                leave(exchange, request);
            }
            case DRIBBLE -> dribble(exchange, request, handle(request), fault);
            case TRUNCATE -> sendHalf(exchange, request, handle(request));
            case GARBAGE -> {
                Response response = handle(request);
                send(exchange, request, response.withContent("<html>Bad gateway</ht".getBytes(StandardCharsets.UTF_8)));
            }
            case WRONG_TOTAL -> send(exchange, request, wrongTotal(handle(request)));
            case REWRITTEN -> send(exchange, request, fault.rewriting().apply(handle(request)));
        }
    }

    private Response handle(Request request) {
        try {
            return answer.apply(request);
        } catch (Refusal refusal) {
            return refusal.response();
        } catch (RuntimeException e) {
            System.getLogger("sandbox." + name).log(System.Logger.Level.ERROR, request.path(), e);
            return Response.json(500, Fields.of("Message", String.valueOf(e)));
        }
    }

    private void send(HttpExchange exchange, Request request, Response response) throws IOException {
        journal.add(name, request, response.status());
        response.headers().forEach(exchange.getResponseHeaders()::set);
        boolean hasBody = response.content().length > 0;
        exchange.sendResponseHeaders(response.status(), hasBody ? response.content().length : -1);
        if (hasBody) {
            exchange.getResponseBody().write(response.content());
        }
        exchange.close();
    }

    private void sendHalf(HttpExchange exchange, Request request, Response response) throws IOException {
        journal.add(name, request, response.status());
        response.headers().forEach(exchange.getResponseHeaders()::set);
        int length = Math.max(2, response.content().length);
        exchange.sendResponseHeaders(response.status(), length);
        exchange.getResponseBody().write(response.content(), 0, response.content().length / 2);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    private void dribble(HttpExchange exchange, Request request, Response response, Fault fault) throws IOException {
        journal.add(name, request, response.status());
        exchange.sendResponseHeaders(response.status(), response.content().length);
        for (byte each : response.content()) {
            exchange.getResponseBody().write(each);
            exchange.getResponseBody().flush();
            pause(fault.duration());
        }
        exchange.close();
    }

    private void leave(HttpExchange exchange, Request request) {
        journal.add(name, request, 0);
        exchange.close();
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Response echo(Request request, Fault fault) {
        String came = request.headers() + " " + request.body();
        return Response.json(
                fault.status(), Fields.of("error", "server_error", "error_description", came, "Message", came));
    }

    private static Response wrongTotal(Response response) {
        String text = new String(response.content(), StandardCharsets.UTF_8)
                .replaceAll("\"(TotalItems|count)\":\\d+", "\"$1\":999");
        return response.withContent(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Request read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((header, values) -> headers.put(header.toLowerCase(Locale.ROOT), values.getFirst()));
        URI uri = exchange.getRequestURI();
        String query = Optional.ofNullable(uri.getRawQuery()).orElse("");
        byte[] content = exchange.getRequestBody().readAllBytes();
        return new Request(exchange.getRequestMethod(), uri.getPath(), query, headers, content, Map.of());
    }
}
