package sandbox.console;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import sandbox.http.Faults;
import sandbox.http.Fields;
import sandbox.http.Journal;
import sandbox.http.PartnerServer;
import sandbox.http.Refusal;
import sandbox.http.Request;
import sandbox.http.Response;
import sandbox.http.Router;
import sandbox.partners.Partners;

/**
 * The page on which a person drives both worlds, and {@code POST /control/{name}} with a JSON object for tests in
 * another process.
 */
public final class Console implements AutoCloseable {
    private final PartnerServer server;
    private final WorldPage page;
    private final Controls controls;
    private final AtomicReference<URI> product = new AtomicReference<>(URI.create("http://localhost:8080"));

    public Console(Partners partners, int port) {
        this.controls = new Controls(partners);
        this.page = new WorldPage(partners);
        Router router = new Router(this)
                .on("GET", "/", request -> show(request, page.worlds()))
                .on("GET", "/inbox", request -> show(request, InboxPage.body(partners)))
                .on("GET", "/journal", request -> show(request, JournalPage.body(partners)))
                .on("POST", "/do/{control}", this::run)
                .on("POST", "/control/{control}", this::control);
        this.server = PartnerServer.start(
                "console", port, "sandbox.console.port", router, new Faults(), new Journal(partners.clock()));
    }

    public URI url() {
        return server.url();
    }

    public void productIsAt(URI url) {
        product.set(url);
    }

    private Response show(Request request, String body) {
        return Response.html(page.page(product.get(), request.query().text("said"), body));
    }

    private Response run(Request request) {
        refuseStrangers(request);
        Fields arguments = new Fields(request.form().values());
        String said;
        try {
            said = controls.run(request.variable("control"), arguments).text("said");
        } catch (RuntimeException e) {
            said = String.valueOf(e.getMessage());
        }
        return Response.redirect(URI.create("/?said=" + URLEncoder.encode(said, StandardCharsets.UTF_8)));
    }

    private Response control(Request request) {
        refuseStrangers(request);
        try {
            return Response.json(controls.run(request.variable("control"), request.json()));
        } catch (RuntimeException e) {
            return Response.json(400, Fields.of("error", String.valueOf(e.getMessage())));
        }
    }

    /** Another page in the same browser must not drive the sandbox. */
    private static void refuseStrangers(Request request) {
        String origin = request.header("origin").orElse("");
        String host = request.header("host").orElse("");
        if (!origin.isEmpty() && !origin.equals("http://" + host)) {
            throw new Refusal(Response.empty(403));
        }
    }

    /** Everything that can be done, by name. */
    public java.util.Set<String> controls() {
        return controls.names();
    }

    @Override
    public void close() {
        server.close();
    }
}
