package app.latchkey.packaged;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What stands in front of several nodes, or of a database: a connection goes to the first that takes one. Closed, it ends all connections. */
final class Front implements Closeable {

    private final ServerSocket socket;
    private final List<Integer> nodes;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private Front(ServerSocket socket, List<Integer> nodes) {
        this.socket = socket;
        this.nodes = nodes;
    }

    /** Listens on {@code port} for nodes that listen on {@code nodes}, whether they run already or not. */
    static Front at(int port, List<Integer> nodes) {
        try {
            Front front = new Front(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()), List.copyOf(nodes));
            Thread.ofVirtual().name("front").start(front::accept);
            return front;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket visitor = socket.accept();
                Thread.ofVirtual().start(() -> lead(visitor));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void lead(Socket visitor) {
        Optional<Socket> node =
                nodes.stream().map(Front::reach).flatMap(Optional::stream).findFirst();
        if (node.isEmpty()) {
            end(visitor);
            return;
        }
        open.addAll(List.of(visitor, node.get()));
        Thread.ofVirtual().start(() -> carry(node.get(), visitor));
        carry(visitor, node.get());
    }

    private static Optional<Socket> reach(int port) {
        try {
            return Optional.of(new Socket(InetAddress.getLoopbackAddress(), port));
        } catch (IOException down) {
            return Optional.empty();
        }
    }

    /** Until either side ends, by a kill too: then the other is ended as well. */
    private void carry(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException broken) {
            end(from);
        }
        end(to);
    }

    private void end(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException already) {
            throw new UncheckedIOException(already);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        open.forEach(this::end);
    }
}
