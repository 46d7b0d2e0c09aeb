package sandbox.http;

/** A port is taken; the message is one sentence for the person who started the sandbox. */
public final class PortBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** {@code setting} as it is typed, such as {@code SERVER_PORT} or {@code -Dsandbox.console.port}. */
    public PortBusy(String what, int port, String setting) {
        super("Port %d for %s is already in use: stop what uses it, or choose another one with %s=PORT."
                .formatted(port, what, setting));
    }
}
