package sandbox.nexudus;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import sandbox.SandboxClock;
import sandbox.http.Calls;
import sandbox.http.Fault;
import sandbox.http.Faults;
import sandbox.http.Journal;
import sandbox.http.PartnerServer;
import sandbox.http.Router;
import sandbox.http.Throttle;

/**
 * A simulated Nexudus, and what people do there. Ids are Nexudus's own; what is made answers its id.
 *
 * <p>Everything done here tells the webhooks, as the real one does.
 */
public final class Nexudus extends NexudusDeeds implements AutoCloseable {

    /** A note of the access-control audit. */
    public record Note(long customer, String words, boolean problem) {}

    /** A record in short: {@code detail} is the e-mail address of a customer, the location of an item. */
    public record Named(long id, String name, String detail, boolean active) {}

    /** Something somebody has, for the console. */
    public record Held(
            long id,
            String customer,
            String what,
            @Nullable Instant from,
            @Nullable Instant to,
            String note) {}

    /** A webhook that was sent; {@code status} is 0 when nobody answered. */
    public record Delivery(Instant at, int action, String url, int status, String body) {}

    private final NexudusSettings settings;
    private final Journal journal;
    private final Faults faults = new Faults();
    private final AtomicReference<Throttle> throttle = new AtomicReference<>(Throttle.none());
    private final NexudusAccess access;
    private final PartnerServer server;
    private final BusinessDay timers;

    /** Starts the server; port 0 takes any. */
    public Nexudus(NexudusState state, SandboxClock clock, Journal journal, int port) {
        this(state, clock, new NexudusSettings(), journal, port);
    }

    private Nexudus(NexudusState state, SandboxClock clock, NexudusSettings settings, Journal journal, int port) {
        super(state, settings, clock);
        this.settings = settings;
        this.journal = journal;
        this.access = new NexudusAccess(state, marketplace(), clock);
        Router router = new Router(state);
        access.addTo(router);
        new MembersApi(state, access, records).addTo(router);
        new RecordsApi(state, access, records, frontDesk, clock, throttle, settings, this::checkIn).addTo(router);
        this.server = PartnerServer.start("Nexudus", port, "sandbox.nexudus.port", router, faults, journal);
        this.timers = new BusinessDay(state, clock, frontDesk);
    }

    public URI url() {
        return server.url();
    }

    public NexudusSettings settings() {
        return settings;
    }

    public void takeDown() {
        faults.takeDown();
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

    public void throttle(Throttle limits) {
        throttle.set(limits);
    }

    public Calls calls() {
        return journal.calls().of("Nexudus");
    }

    /** While true, nothing is sent to any webhook, and nobody notices. */
    public void loseWebhooks(boolean lose) {
        webhooks.lose = lose;
    }

    public List<Delivery> deliveries() {
        return webhooks.deliveries();
    }

    /** Whether every webhook that was sent has been answered. */
    public boolean isQuiet() {
        return webhooks.isQuiet();
    }

    /** The way in which a location decides about access itself and tells somebody else. */
    public CustomAcs customAcs() {
        return customAcs;
    }

    public Rights rights(String user) {
        return new Rights(state, user);
    }

    /** From now on a login of this user needs {@code code}; null ends it. */
    public void requireOneTimeCode(String user, @Nullable String code) {
        synchronized (state) {
            Objects.requireNonNull(state.users.get(user)).oneTimeCode = code;
        }
    }

    /** Another program signs in as this user, without a client id of its own. */
    public void signInElsewhere(String user, String password) {
        synchronized (state) {
            access.signIn(user, password);
        }
    }

    public void changePassword(String user, String password) {
        synchronized (state) {
            Objects.requireNonNull(state.users.get(user)).password = password;
        }
    }

    /** Every token that was given out, also those that are spent: what nobody else may ever see. */
    public List<String> issued() {
        synchronized (state) {
            return List.copyOf(state.issued);
        }
    }

    /** What deliveries are signed with, hook by hook. */
    public List<String> hookSecrets() {
        synchronized (state) {
            return state.rows(Kind.WEBHOOK).stream()
                    .map(hook -> hook.text("_Secret"))
                    .filter(secret -> !secret.isEmpty())
                    .toList();
        }
    }

    /** Ends access tokens before their time; they can be refreshed. */
    public void endAccessTokens() {
        synchronized (state) {
            state.accessTokens.clear();
        }
    }

    /** Ends all tokens: the integration has to log in again. */
    public void forgetTokens() {
        synchronized (state) {
            state.accessTokens.clear();
            state.refreshTokens.clear();
        }
    }

    @Override
    public void close() {
        timers.close();
        server.close();
        webhooks.close();
        customAcs.close();
    }
}
