package sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Fact;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sandbox.nexudus.HookSignature;
import sandbox.nexudus.Nexudus;
import sandbox.partners.Partners;
import sandbox.world.PreparedWorld;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks arrive as an array, signed, and stop when nobody wants them. */
class WebhookTest {
    private static final String SECRET = "between-us";

    private record Received(String body, String signature) {}

    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private volatile int answer = 200;
    private Partners partners;
    private Nexudus nexudus;
    private Http api;
    private HttpServer listener;
    private long location;

    @BeforeEach
    void start() throws IOException {
        partners = Partners.start();
        nexudus = partners.nexudus();
        api = Http.at(partners.nexudusUrl()).basic(PreparedWorld.ANA, PreparedWorld.PASSWORD);
        location = nexudus.locations().getFirst().id();
        listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String signature = exchange.getRequestHeaders().getFirst("X-Nexudus-Hook-Signature");
            received.add(new Received(body, signature == null ? "" : signature));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        listener.start();
    }

    @AfterEach
    void stop() {
        listener.stop(0);
        partners.close();
    }

    @Fact(
            value = "B5.7",
            says =
                    "A webhook is sent as a list with one entity, without the name of its action, which therefore stands in the address")
    @Fact(
            value = "B5.8",
            says =
                    "A webhook that has a secret is signed: `X-Nexudus-Hook-Signature` is HMAC-SHA256 in upper-case hexadecimal digits")
    @Test
    void sendsASignedArrayWithOneEntity() throws InterruptedException {
        listenFor(6);
        long customer = nexudus.addCustomer(location, "Zoë 🔑", "zoe@example.org");
        Instant from = partners.clock().instant();
        long booking = nexudus.book(customer, nexudus.rooms().getFirst().id(), from, from.plusSeconds(600));
        Received hook = received.poll(5, TimeUnit.SECONDS);
        assertThat(hook).isNotNull();
        assertThat(hook.body())
                .startsWith("[{")
                .contains("\"Id\":" + booking)
                .contains("Zoë 🔑")
                .doesNotContain("Action");
        assertThat(new JsonMapper().readTree(hook.body())).hasSize(1);
        assertThat(hook.signature())
                .isEqualTo(HookSignature.of(hook.body(), SECRET))
                .matches("[0-9A-F]{64}");
    }

    @Fact(
            value = "B5.9",
            says =
                    "Action 61, which tells that somebody's access may have changed, comes 15 minutes before a booking begins and 15 minutes after it ends")
    @Test
    void announcesABookingAQuarterOfAnHourBeforeAndAfter() throws InterruptedException {
        Instant from = partners.clock().instant().plus(Duration.ofHours(5));
        long customer = nexudus.addCustomer(location, "Only One", "only@example.org");
        nexudus.book(customer, nexudus.rooms().getFirst().id(), from, from.plus(Duration.ofHours(5)));
        listenFor(61);
        isAnnounced(customer, from.minus(Duration.ofMinutes(15)));
        isAnnounced(customer, from.plus(Duration.ofHours(5)).plus(Duration.ofMinutes(15)));
    }

    private void isAnnounced(long customer, Instant at) throws InterruptedException {
        partners.clock().moveTo(at.minusSeconds(1));
        awaitQuiet();
        assertThat(received).noneMatch(hook -> isAbout(customer, hook));
        partners.clock().moveTo(at.plusSeconds(1));
        assertThat(awaitCustomer(customer)).isNotNull();
    }

    private static boolean isAbout(long customer, Received hook) {
        return hook.body().startsWith("[{\"Id\":" + customer);
    }

    @Test
    void switchesAHookOffAfterTenFailuresAndNeverShowsItsSecret() throws InterruptedException {
        long hook = listenFor(3);
        answer = 500;
        for (int i = 0; i < 10; i++) {
            nexudus.addCustomer(location, "Customer " + i, "c" + i + "@example.org");
            assertThat(received.poll(5, TimeUnit.SECONDS)).isNotNull();
        }
        awaitQuiet();
        JsonNode record = api.get("/api/sys/webhooks/" + hook).json();
        assertThat(record.get("Active").booleanValue()).isFalse();
        assertThat(record.get("ErrorCount").intValue()).isEqualTo(10);
        assertThat(record.toString()).contains("HTTP 500").doesNotContain(SECRET);
    }

    @Test
    void losesHooksWhenToldTo() {
        listenFor(3);
        nexudus.loseWebhooks(true);
        nexudus.addCustomer(location, "Nobody hears", "n@example.org");
        awaitQuiet();
        assertThat(received).isEmpty();
    }

    private long listenFor(int action) {
        String url = "http://localhost:" + listener.getAddress().getPort() + "/hooks";
        Http.Answer created = api.post(
                "/api/sys/webhooks",
                "{\"BusinessId\":%d,\"Name\":\"test\",\"Action\":%d,\"URL\":\"%s\",\"Active\":true,\"Secret\":\"%s\"}"
                        .formatted(location, action, url, SECRET));
        assertThat(created.json().get("WasSuccessful").booleanValue()).isTrue();
        return created.json().get("Value").get("Id").longValue();
    }

    private @Nullable Received awaitCustomer(long customer) throws InterruptedException {
        Received next = received.poll(5, TimeUnit.SECONDS);
        while (next != null && !isAbout(customer, next)) {
            next = received.poll(5, TimeUnit.SECONDS);
        }
        return next;
    }

    private void awaitQuiet() {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!nexudus.isQuiet() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
