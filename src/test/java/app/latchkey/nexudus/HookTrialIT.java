package app.latchkey.nexudus;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.connection.PartnerWorld;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.LatchkeySettings;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sandbox.world.PreparedWorld;

/** A test message that goes to the wrong address comes in nowhere, whatever answers there. */
class HookTrialIT {

    private static final Duration A_MOMENT = Duration.ofMillis(300);

    private final PartnerWorld world = PartnerWorld.prepared();
    private final SpaceId space = PartnerWorld.aSpace();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void doesNotTakeAnotherServersYesForOurs() throws IOException {
        HttpServer stranger = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stranger.createContext("/", call -> {
            call.sendResponseHeaders(200, -1);
            call.close();
        });
        stranger.start();
        try {
            assertThat(trialAt(stranger.getAddress().getPort()).run(space)).isEqualTo(new TestMessage.Astray());
        } finally {
            stranger.stop(0);
        }
    }

    @Test
    void waitsNoLongerThanItsPatienceForOneWhoNeverAnswers() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            long began = System.nanoTime();
            assertThat(trialAt(silent.getLocalPort()).run(space)).isEqualTo(new TestMessage.Unanswered(A_MOMENT));
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(A_MOMENT);
        }
    }

    @Test
    void saysSoAtOnceWhenNobodyListens() throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        assertThat(trialAt(port).run(space)).isEqualTo(new TestMessage.Unreachable());
    }

    /** As if this port were the public address of the product. */
    private HookTrial trialAt(int port) {
        PartnerWorld.Node node = world.node(Map.of("latchkey.public-url", "http://localhost:" + port));
        Nexudus nexudus = node.get(Nexudus.class);
        nexudus.connect(space, PreparedWorld.ANA, Secret.of(PreparedWorld.PASSWORD), Optional.empty());
        nexudus.choose(space, nexudus.locations(space).getFirst().id());
        nexudus.ensureWebhooks(space);
        return new HookTrial(node.get(Hooks.class), node.get(LatchkeySettings.class), node.get(Clock.class), A_MOMENT);
    }
}
