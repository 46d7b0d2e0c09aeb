package sandbox.salto;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import sandbox.http.Calls;
import sandbox.http.Fault;
import sandbox.http.Faults;
import sandbox.http.Journal;
import sandbox.http.Parameters;
import sandbox.http.PartnerServer;
import sandbox.http.Router;
import sandbox.http.SocketServer;
import sandbox.http.Throttle;

/**
 * A simulated Salto KS, and what people do there.
 *
 * <p>Sites are named by id or by name, people by platform user id, site user id or e-mail address.
 */
public final class Salto extends SaltoDeeds implements AutoCloseable {

    /** A site user as both sides know him. */
    public record User(
            String siteUserId,
            String platformUserId,
            String name,
            String email,
            boolean subscribed,
            List<String> roles) {}

    /** A door's lock or an access group: its id and its name. */
    public record Named(String id, String name) {}

    public static final String CLIENT_ID = "latchkey-sandbox";
    public static final String CLIENT_SECRET = "sandbox-client-secret";

    private final SaltoSettings settings = new SaltoSettings();
    private final Faults faults = new Faults();
    private final SiteLimits limits = new SiteLimits();
    private final Journal journal;
    private final Tokens tokens;
    private final ConsentPage consent;
    private final Doors doors;
    private final PartnerServer identity;
    private final PartnerServer api;
    private final EventHub hub;
    private final SocketServer stream;

    /** Starts its servers; port 0 takes any. */
    public Salto(SaltoState state, Clock clock, Journal journal, int apiPort, int identityPort, int streamPort) {
        super(state, clock);
        this.journal = journal;
        this.tokens = new Tokens(state, settings, clock);
        this.consent = new ConsentPage(state, tokens);
        SaltoAccess access = new SaltoAccess(state, tokens);
        this.hub = new EventHub(state, access, tokens, settings);
        this.doors = new Doors(state, settings, hub::announce);
        AtomicReference<URI> identityUrl = new AtomicReference<>(URI.create("http://localhost"));
        Router router = new Router(state);
        new IdentityServer(state, settings, tokens, identityUrl::get).addTo(router);
        consent.addTo(router);
        this.identity = PartnerServer.start(
                "Salto identity", identityPort, "sandbox.salto.identity.port", router, faults, journal);
        identityUrl.set(identity.url());
        AtomicReference<URI> apiUrl = new AtomicReference<>(URI.create("http://localhost"));
        Router apiRouter = SaltoApi.router(state, access, settings, doors, clock, apiUrl::get);
        this.api = startApi(apiPort, apiRouter.behind(limits::refusal));
        apiUrl.set(api.url());
        this.stream = startStream(streamPort);
    }

    private SocketServer startStream(int port) {
        Router router = new Router(state);
        hub.addTo(router);
        try {
            return SocketServer.start(
                    "Salto stream", port, "sandbox.salto.stream.port", router, hub::open, faults, journal);
        } catch (RuntimeException e) {
            api.close();
            identity.close();
            hub.close();
            throw e;
        }
    }

    private PartnerServer startApi(int port, Router router) {
        try {
            return PartnerServer.start("Salto", port, "sandbox.salto.api.port", router, faults, journal);
        } catch (RuntimeException e) {
            identity.close();
            hub.close();
            throw e;
        }
    }

    public URI apiUrl() {
        return api.url();
    }

    public URI identityUrl() {
        return identity.url();
    }

    public URI streamUrl() {
        return stream.url();
    }

    /** How many listen to the site's event stream. */
    public int streams(String site) {
        synchronized (state) {
            return hub.count(state.siteNamed(site));
        }
    }

    /** Every event stream breaks off; whoever wants one asks again. */
    public void dropStreams() {
        hub.drop();
    }

    public SaltoSettings settings() {
        return settings;
    }

    /** From now on no request is answered, neither by the API nor by the identity server, and no stream goes on. */
    public void takeDown() {
        faults.takeDown();
        hub.drop();
    }

    public void bringUp() {
        faults.bringUp();
    }

    public boolean isDown() {
        return faults.isDown();
    }

    /** Requests whose {@code "METHOD /path?query"} contains {@code pattern} meet {@code fault}. */
    public void fail(String pattern, Fault fault) {
        faults.add(pattern, fault);
    }

    public void clearFaults() {
        faults.clear();
    }

    /** From now on this many requests about a site are answered, and 429 to others. */
    public void throttle(String site, Throttle limit) {
        synchronized (state) {
            limits.put(state.siteNamed(site).id, limit);
        }
    }

    public Calls calls() {
        return journal.calls().where(call -> call.partner().startsWith("Salto"));
    }

    /** The answer of somebody who signs in as {@code login} and allows: where the browser goes next. */
    public URI allow(URI authorizeUrl, String login) {
        synchronized (state) {
            return consent.allow(
                    Parameters.parse(authorizeUrl.getRawQuery()), Objects.requireNonNull(state.logins.get(login)));
        }
    }

    public void denyNextConsent() {
        consent.denyNext.set(true);
    }

    /** Every code and token that was given out, also those that are spent: what nobody else may ever see. */
    public List<String> issued() {
        synchronized (state) {
            return List.copyOf(state.issued);
        }
    }

    /** Ends every token, as if consent had been withdrawn. */
    public void revokeConsents() {
        synchronized (state) {
            tokens.revokeAll();
        }
    }

    /** Ends the access tokens only; refresh tokens stay good. */
    public void expireAccessTokens() {
        synchronized (state) {
            tokens.expireAccessTokens();
        }
    }

    /** Whether a person could open a door at that moment; leaves no trace. */
    public Decision canOpen(String idOrEmail, String lockId, Instant when) {
        synchronized (state) {
            Site site = siteOfLock(lockId);
            return doors.decide(idOrEmail, site, Objects.requireNonNull(site.locks.get(lockId)), when);
        }
    }

    public Decision canOpen(String idOrEmail, String lockId) {
        return canOpen(idOrEmail, lockId, clock.instant());
    }

    /** A person tries a door now; it is written into the site's entries. */
    public Decision tryDoor(String idOrEmail, String lockId) {
        synchronized (state) {
            Site site = siteOfLock(lockId);
            return doors.attempt(idOrEmail, site, Objects.requireNonNull(site.locks.get(lockId)), clock.instant());
        }
    }

    /** Somebody types a PIN that this person has too, and the lock opens by it: the site's entries name this person. */
    public void opensByTheSamePin(String named, String lockId) {
        synchronized (state) {
            Site site = siteOfLock(lockId);
            doors.opensByPin(named, site, Objects.requireNonNull(site.locks.get(lockId)), clock.instant());
        }
    }

    /** Somebody leaves: whoever turns the handle inside needs nothing to open. */
    public void leavesThrough(String lockId) {
        synchronized (state) {
            Site site = siteOfLock(lockId);
            doors.opensFromInside(site, Objects.requireNonNull(site.locks.get(lockId)), clock.instant());
        }
    }

    /** The office mode of a door begins or ends, by its schedule: from then until then it is open to all. */
    public void officeMode(String lockId, boolean begins) {
        synchronized (state) {
            Site site = siteOfLock(lockId);
            doors.officeMode(site, Objects.requireNonNull(site.locks.get(lockId)), begins, clock.instant());
        }
    }

    private Site siteOfLock(String lockId) {
        return state.sites.values().stream()
                .filter(site -> site.locks.containsKey(lockId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no lock " + lockId));
    }

    @Override
    public void close() {
        hub.close();
        stream.close();
        api.close();
        identity.close();
    }
}
