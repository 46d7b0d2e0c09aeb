package sandbox.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A server on the loopback address whose connections can become WebSockets, which those of the JDK's own cannot. Each connection serves one request.
 * It notes every request, and lets go wrong what happens before an answer, or to its text.
 */
public final class SocketServer implements AutoCloseable {
    private static final String ACCEPTED_BY = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int END_OF_LINE = '\n';

    private final String name;
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Router router;
    private final Function<Request, Consumer<TextSocket>> sockets;
    private final Faults faults;
    private final Journal journal;

    private SocketServer(
            String name,
            ServerSocket server,
            Router router,
            Function<Request, Consumer<TextSocket>> sockets,
            Faults faults,
            Journal journal) {
        this.name = name;
        this.server = server;
        this.router = router;
        this.sockets = sockets;
        this.faults = faults;
        this.journal = journal;
    }

    /**
     * Listens on {@code port}, 0 for any.
     *
     * @param setting the system property that changes the port, for the message of {@link PortBusy}
     * @param sockets who serves a WebSocket for as long as it lasts; refuses with a {@link Refusal}
     */
    public static SocketServer start(
            String name,
            int port,
            String setting,
            Router router,
            Function<Request, Consumer<TextSocket>> sockets,
            Faults faults,
            Journal journal) {
        try {
            ServerSocket server = new ServerSocket(port, 0, InetAddress.getLoopbackAddress());
            SocketServer started = new SocketServer(name, server, router, sockets, faults, journal);
            started.threads.execute(started::accept);
            return started;
        } catch (BindException e) {
            throw new PortBusy(name, port, "-D" + setting);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getLocalPort());
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException closed) {
            // Nobody waits for it.
        }
        threads.shutdownNow();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The server has been closed.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Request request = read(new BufferedInputStream(socket.getInputStream()));
            Optional<Fault> fault = faults.isDown()
                    ? Optional.of(Fault.reset())
                    : faults.meet(request.method() + " " + request.path() + "?" + request.rawQuery());
            if (fault.filter(met -> met.kind() == Fault.Kind.RESET).isPresent()) {
                journal.add(name, request, 0);
            } else if (request.header("upgrade").isPresent() && fault.isEmpty()) {
                upgrade(socket, request);
            } else {
                send(socket, request, fault.map(met -> badly(request, met)).orElseGet(() -> handle(request)));
            }
        } catch (IOException gone) {
            // Whoever asked has left.
        }
    }

    private Response badly(Request request, Fault fault) {
        return switch (fault.kind()) {
            case STATUS -> new Response(fault.status(), fault.headers(), new byte[0]);
            case GARBAGE -> handle(request).withContent("<html>Bad gateway</ht".getBytes(StandardCharsets.UTF_8));
            case REWRITTEN -> fault.rewriting().apply(handle(request));
            case RESET, ECHO, DELAY, SLOW, LOST_ANSWER, DRIBBLE, TRUNCATE, WRONG_TOTAL ->
                throw new IllegalStateException("not here: " + fault.kind());
        };
    }

    private Response handle(Request request) {
        try {
            return router.answer(request);
        } catch (Refusal refusal) {
            return refusal.response();
        }
    }

    private void upgrade(Socket socket, Request request) throws IOException {
        Consumer<TextSocket> served;
        try {
            served = sockets.apply(request);
        } catch (Refusal refusal) {
            send(socket, request, refusal.response());
            return;
        }
        journal.add(name, request, 101);
        String head = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: "
                + accepted(request.header("sec-websocket-key").orElse("")) + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.setTcpNoDelay(true);
        served.accept(new TextSocket(socket));
    }

    private static String accepted(String key) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-1").digest((key + ACCEPTED_BY).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void send(Socket socket, Request request, Response response) throws IOException {
        journal.add(name, request, response.status());
        StringBuilder head = new StringBuilder("HTTP/1.1 %d Answer\r\n".formatted(response.status()));
        response.headers().forEach((header, value) -> head.append(header + ": " + value + "\r\n"));
        head.append("Content-Length: %d\r\nConnection: close\r\n\r\n".formatted(response.content().length));
        socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(response.content());
        socket.getOutputStream().flush();
    }

    private static Request read(InputStream in) throws IOException {
        String[] asked = line(in).split(" ", -1);
        if (asked.length < 2) {
            throw new IOException("no request");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] header = line.split(":", 2);
            headers.putIfAbsent(header[0].toLowerCase(Locale.ROOT), header[header.length - 1].strip());
        }
        URI uri = URI.create(asked[1]);
        byte[] content = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        String query = Optional.ofNullable(uri.getRawQuery()).orElse("");
        return new Request(asked[0], uri.getPath(), query, headers, content, Map.of());
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != END_OF_LINE; next = in.read()) {
            if (next < 0) {
                throw new IOException("the request breaks off");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.US_ASCII).strip();
    }
}
