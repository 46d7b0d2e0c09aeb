package sandbox.http;

/** A port is taken; the message is one sentence for the person who started the sandbox. */
public final class PortBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PortBusy(String what, int port, String setting) {
        super("Port %d for %s is already in use: stop what uses it, or choose another one with -D%s=PORT."
                .formatted(port, what, setting));
    }
}
