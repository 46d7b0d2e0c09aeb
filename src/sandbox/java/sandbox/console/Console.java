package sandbox.console;

import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import sandbox.http.Faults;
import sandbox.http.Html;
import sandbox.http.Journal;
import sandbox.http.PartnerServer;
import sandbox.http.Response;
import sandbox.http.Router;
import sandbox.partners.Partners;

/** The page on which a person drives both worlds. */
public final class Console implements AutoCloseable {
    private final PartnerServer server;
    private final AtomicReference<URI> product = new AtomicReference<>(URI.create("http://localhost:8080"));

    public Console(Partners partners, int port) {
        Router router = new Router(this);
        router.on("GET", "/", request -> Response.html(Html.page("Sandbox", "<main><h1>Sandbox</h1></main>")));
        this.server = PartnerServer.start(
                "console", port, "sandbox.console.port", router, new Faults(), new Journal(partners.clock()));
    }

    public URI url() {
        return server.url();
    }

    public void productIsAt(URI url) {
        product.set(url);
    }

    @Override
    public void close() {
        server.close();
    }
}
