package sandbox.http;

/** Ends a request with an answer from any depth of a handler. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Response response;

    public Refusal(Response response) {
        super("HTTP " + response.status(), null, false, false);
        this.response = response;
    }

    public Response response() {
        return response;
    }
}
