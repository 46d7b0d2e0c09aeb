package app.latchkey.connection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A place of this machine where nobody has any business: it counts who comes, and says nothing. */
public final class Canary implements AutoCloseable {

    private final ServerSocket socket;
    private final AtomicInteger callers = new AtomicInteger();

    private Canary(ServerSocket socket) {
        this.socket = socket;
        Thread.ofVirtual().name("canary").start(this::listen);
    }

    /** At every address of this machine, on a port of its own. */
    public static Canary everywhere() {
        return at(new InetSocketAddress(0));
    }

    /** At an address of this machine, on a port that somebody has at another. */
    public static Canary beside(String address, int port) {
        try {
            return at(new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Canary at(InetSocketAddress address) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.bind(address);
            return new Canary(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try {
            while (true) {
                Socket caller = socket.accept();
                callers.incrementAndGet();
                caller.close();
            }
        } catch (IOException closed) {
            Thread.currentThread().interrupt();
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    public int callers() {
        return callers.get();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
