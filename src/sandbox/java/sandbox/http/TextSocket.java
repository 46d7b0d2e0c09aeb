package sandbox.http;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** The server's end of a WebSocket (RFC 6455), for short texts, each in one frame. */
public final class TextSocket implements AutoCloseable {
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int SHORT = 126;
    private static final int LONG = 127;
    private static final int LARGEST = 1 << 16;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    TextSocket(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /** Hands over every text that comes, until the other side ends the connection or {@link #close} does. */
    public void each(Consumer<String> text) {
        try {
            int kind = read(text);
            while (kind != CLOSE) {
                kind = read(text);
            }
        } catch (IOException ended) {
            // As it ends when somebody leaves without a word.
        } finally {
            close();
        }
    }

    private int read(Consumer<String> text) throws IOException {
        int kind = in.readUnsignedByte() & 0x0f;
        int length = in.readUnsignedByte() & ~MASKED;
        if (length == SHORT) {
            length = in.readUnsignedShort();
        } else if (length == LONG) {
            length = Math.toIntExact(in.readLong());
        }
        if (length > LARGEST) {
            throw new EOFException("a text of " + length + " bytes");
        }
        byte[] mask = in.readNBytes(4);
        byte[] content = in.readNBytes(length);
        for (int i = 0; i < content.length; i++) {
            content[i] ^= mask[i % mask.length];
        }
        switch (kind) {
            case TEXT -> text.accept(new String(content, StandardCharsets.UTF_8));
            case PING -> write(PONG, content);
            case CLOSE -> write(CLOSE, content);
            default -> {}
        }
        return kind;
    }

    /** Nothing happens when the other side is gone already. */
    public void send(String text) {
        try {
            write(TEXT, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            close();
        }
    }

    private synchronized void write(int kind, byte[] content) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(content.length + 10).put((byte) (FINAL | kind));
        if (content.length < SHORT) {
            frame.put((byte) content.length);
        } else {
            frame.put((byte) SHORT).putShort((short) content.length);
        }
        frame.put(content);
        out.write(frame.array(), 0, frame.position());
        out.flush();
    }

    /** Without a word. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException closed) {
            // Nobody waits for it.
        }
    }
}
