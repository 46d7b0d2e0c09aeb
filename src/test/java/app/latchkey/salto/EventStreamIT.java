package app.latchkey.salto;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Fact;
import app.latchkey.Fact.Sure;
import app.latchkey.connection.AccessTokens;
import app.latchkey.connection.Connections;
import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerWorld;
import app.latchkey.connection.State;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Assumption;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import sandbox.Http;
import sandbox.SandboxSettings;
import sandbox.http.Fault;
import sandbox.salto.Salto;
import sandbox.world.PreparedWorld;

/** Salto's event stream as a hub of SignalR: whether it can be had, and what is heard there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventStreamIT {

    private static final String HOUSE = PreparedWorld.HARBOUR_HOUSE;
    private static final int MANY = 50;
    private static final String NEGOTIATE = "POST /v1/hub/entries/negotiate";

    private final PartnerWorld world = PartnerWorld.prepared();
    private final Salto partner = world.partners().salto();
    private final SpaceId space = PartnerWorld.aSpace();
    private final PartnerWorld.Node node = node(Map.of());
    private final EventStream streams = node.get(EventStream.class);

    @BeforeAll
    void connect() {
        SaltoKs salto = node.get(SaltoKs.class);
        salto.signIn(space, PreparedWorld.ANA, Secret.of(PreparedWorld.PASSWORD));
        salto.sites(space).stream()
                .filter(site -> site.name().equals(HOUSE))
                .forEach(site -> salto.choose(space, site.id()));
    }

    @AfterEach
    void asMeasured() {
        partner.clearFaults();
        partner.eventStream(HOUSE, true);
        partner.role(PreparedWorld.ANA, HOUSE, "site_owner");
        partner.settings().streamMessage("ReceiveMessage");
        partner.dropStreams();
    }

    @AfterAll
    void end() {
        world.close();
    }

    @Fact(
            value = "A10.4",
            says = "The event stream is a SignalR hub on a host of its own, for the same bearer token and the role of a"
                    + " site administrator: else 401 and 403")
    @Test
    void isForAdministratorsOfSitesThatHaveIt() {
        String negotiate = "/v1/hub/entries/negotiate?negotiateVersion=1&site_id=" + partner.site(HOUSE);
        Http nobody = Http.at(partner.streamUrl());
        assertThat(nobody.post(negotiate, "").status()).isEqualTo(401);
        Http ana = Http.at(partner.streamUrl()).bearer(token().reveal());
        assertThat(ana.post(negotiate, "").json().path("connectionToken").isString())
                .isTrue();
        assertThat(streams.look(space)).isEqualTo(StreamState.LIVE);

        partner.role(PreparedWorld.ANA, HOUSE, "site_user");
        assertThat(ana.post(negotiate, "").status()).isEqualTo(403);
        assertThat(streams.look(space)).isEqualTo(StreamState.REFUSED);
    }

    @Fact(
            value = "A10.13",
            says = "Incidents have a hub of their own beside the one of the doors. Latchkey listens to the doors only")
    @Test
    void isBesideAnotherForIncidents() {
        Http ana = Http.at(partner.streamUrl()).bearer(token().reveal());
        String site = "negotiateVersion=1&site_id=" + partner.site(HOUSE);
        assertThat(ana.post("/v1/hub/incidents/negotiate?" + site, "")
                        .json()
                        .path("connectionToken")
                        .isString())
                .isTrue();
        assertThat(streams.look(space)).isEqualTo(StreamState.LIVE);
        assertThat(partner.calls().to("/hub/incidents").count())
                .as("asked by this test alone")
                .isEqualTo(1);
    }

    @Fact(value = "A5.2", says = "A site's subscription names its features, `events_streaming` where there is a stream")
    @Test
    void isAskedForOnlyWhereTheSubscriptionHasIt() {
        partner.eventStream(HOUSE, false);
        int before = partner.calls().to("/hub/entries").count();
        assertThat(streams.look(space)).isEqualTo(StreamState.NOT_SUBSCRIBED);
        assertThat(partner.calls().to("/hub/entries").count()).isEqualTo(before);
    }

    @Test
    void isOfferedOnlyWhereTheDeploymentSaysWhere() {
        assertThat(streams.isOffered()).isTrue();
        assertThat(world.node().get(EventStream.class).isOffered()).isFalse();
    }

    @Test
    void isSimplyNotReachableWhereNothingAnswers() {
        partner.fail(NEGOTIATE, Fault.reset().always());
        assertThat(streams.look(space)).isEqualTo(StreamState.NOT_REACHABLE);
        partner.clearFaults();
        partner.fail(NEGOTIATE, Fault.of(Fault.Kind.GARBAGE).always());
        assertThat(streams.look(space)).isEqualTo(StreamState.NOT_REACHABLE);
    }

    @Fact(
            value = "A10.5",
            sure = Sure.UNKNOWN,
            says = "What the event stream calls its messages; another client hears `ReceiveMessage`",
            setting = Assumption.SALTO_STREAM_MESSAGES)
    @Test
    void hearsAnyMessageUnlessTheDeploymentNamesWhichCount() {
        Ear any = new Ear(streams);
        Ear named = new Ear(node(Map.of("latchkey.salto.stream-messages", "EntryWritten, DoorOpened"))
                .get(EventStream.class));
        eventually("both live", () -> any.live.get() == 1 && named.live.get() == 1);
        for (int time = 0; time < MANY; time++) {
            opens();
        }
        eventually("one hears them all", () -> any.happened.get() == MANY);
        assertThat(named.happened.get()).as("the other none").isZero();
        partner.settings().streamMessage("DoorOpened");
        opens();
        eventually("both hear it", () -> any.happened.get() == MANY + 1 && named.happened.get() == 1);
        any.stop();
        named.stop();
    }

    @Test
    void endsWhenTheListenerDoesNotGoOn() {
        Ear ear = new Ear(streams);
        eventually("live", () -> ear.live.get() == 1);
        assertThat(partner.streams(HOUSE)).isEqualTo(1);
        ear.goesOn = false;
        eventually("ended", () -> ear.ended.get() == StreamState.LIVE);
        eventually("closed", () -> partner.streams(HOUSE) == 0);
    }

    @Test
    void endsWithItsThread() {
        Ear ear = new Ear(streams);
        eventually("live", () -> ear.live.get() == 1);
        ear.thread.interrupt();
        eventually("closed", () -> partner.streams(HOUSE) == 0 && !ear.thread.isAlive());
        assertThat(ear.ended.get()).isNull();
    }

    @Test
    void saysThatItIsLost() {
        Ear ear = new Ear(streams);
        eventually("live", () -> ear.live.get() == 1);
        partner.dropStreams();
        eventually("ended", () -> ear.ended.get() == StreamState.NOT_REACHABLE);
    }

    @Test
    void endsWhereTheListenerFails() {
        Ear ear = new Ear(streams);
        eventually("live", () -> ear.live.get() == 1);
        ear.fails = true;
        opens();
        eventually("ended", () -> ear.ended.get() == StreamState.NOT_REACHABLE);
        eventually("closed", () -> partner.streams(HOUSE) == 0);
    }

    @Test
    void showsAnotherTokenWhereOneIsNotAccepted() {
        Secret before = token();
        partner.fail(NEGOTIATE, Fault.status(401));
        assertThat(streams.look(space)).isEqualTo(StreamState.LIVE);
        assertThat(token()).isNotEqualTo(before);
    }

    /** Of a node of its own, whose breakers nobody else needs. */
    @Test
    void doesNotTakeTheConnectionForDeadBecauseOfAStream() {
        PartnerWorld.Node other = node(Map.of());
        EventStream stream = other.get(EventStream.class);
        partner.fail(NEGOTIATE, Fault.status(401).always());
        assertThat(stream.look(space)).isEqualTo(StreamState.NOT_REACHABLE);
        partner.clearFaults();
        partner.fail(NEGOTIATE, Fault.status(503).always());
        for (int time = 0; time < 30; time++) {
            assertThat(stream.look(space)).isEqualTo(StreamState.NOT_REACHABLE);
        }
        assertThat(partner.calls().to("/hub/entries").answered(503).count())
                .as("a breaker kept the rest")
                .isLessThan(20);
        assertThat(other.get(Connections.class).state(space, Partner.SALTO)).isEqualTo(State.CONNECTED);
        assertThat(other.get(SaltoKs.class).groupIds(space)).isNotEmpty();
    }

    @Test
    void showsItsTokenToNobodyToWhomAHubSendsOn() throws IOException {
        List<String> shown = new CopyOnWriteArrayList<>();
        HttpServer elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            shown.add(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        elsewhere.start();
        String url = "http://localhost:" + elsewhere.getAddress().getPort() + "/client/?hub=entries";
        try {
            sendsOnTo("{\"url\":\"%s\"}".formatted(url));
            assertThat(streams.look(space)).isEqualTo(StreamState.NOT_REACHABLE);
            assertThat(shown).isEmpty();
            sendsOnTo("{\"url\":\"%s\",\"accessToken\":\"theirs\"}".formatted(url));
            assertThat(streams.look(space)).isEqualTo(StreamState.NOT_REACHABLE);
            assertThat(shown).containsExactly("Bearer theirs");
        } finally {
            elsewhere.stop(0);
        }
    }

    @Test
    void followsAHubThatSendsOn() {
        String url = partner.streamUrl() + "/v1/hub/entries?site_id=" + partner.site(HOUSE);
        sendsOnTo("{\"url\":\"%s\",\"accessToken\":\"%s\"}".formatted(url, token().reveal()));
        Ear ear = new Ear(streams);
        eventually("live", () -> ear.live.get() == 1);
        ear.stop();
        partner.fail(
                NEGOTIATE,
                Fault.rewritten(answer -> answer.withContent("{\"url\":\"%s\",\"accessToken\":\"%s\"}"
                                .formatted(url, token().reveal())
                                .getBytes(StandardCharsets.UTF_8)))
                        .always());
        assertThat(streams.look(space)).as("not for ever").isEqualTo(StreamState.NOT_REACHABLE);
    }

    private void sendsOnTo(String answer) {
        partner.clearFaults();
        partner.fail(
                NEGOTIATE, Fault.rewritten(response -> response.withContent(answer.getBytes(StandardCharsets.UTF_8))));
    }

    private PartnerWorld.Node node(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(SandboxSettings.stream(world.partners()));
        settings.putAll(more);
        return world.node(settings);
    }

    private Secret token() {
        return node.get(AccessTokens.class).current(space, Partner.SALTO);
    }

    private void opens() {
        partner.tryDoor(PreparedWorld.MARTA, partner.locks(HOUSE).getFirst().id());
    }

    /** Listens on a thread of its own, and counts. */
    private final class Ear implements EventStream.Listener {

        private final AtomicInteger live = new AtomicInteger();
        private final AtomicInteger happened = new AtomicInteger();
        private final AtomicReference<StreamState> ended = new AtomicReference<>();
        private final Thread thread;
        private volatile boolean goesOn = true;
        private volatile boolean fails;

        private Ear(EventStream stream) {
            thread = Thread.ofVirtual().start(() -> {
                try {
                    ended.set(stream.listen(space, this));
                } catch (InterruptedException stopped) {
                    // As it was meant.
                }
            });
        }

        private void stop() {
            thread.interrupt();
        }

        @Override
        public void live() {
            live.incrementAndGet();
        }

        @Override
        public void happened() {
            if (fails) {
                throw new IllegalStateException("as it was meant");
            }
            happened.incrementAndGet();
        }

        @Override
        public boolean goesOn() {
            return goesOn;
        }
    }
}
