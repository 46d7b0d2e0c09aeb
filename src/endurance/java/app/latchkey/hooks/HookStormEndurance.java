package app.latchkey.hooks;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.product.Machine;
import app.latchkey.product.NoLimits;
import app.latchkey.product.RunningProduct;
import app.latchkey.sync.Harbour;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sandbox.nexudus.HookSignature;
import sandbox.nexudus.Nexudus;
import sandbox.nexudus.Nexudus.Delivery;
import sandbox.world.PreparedWorld;

/** Five hundred webhooks a second for a minute, while what they tell of is done: each is answered soon, counted from when it should have been sent. */
class HookStormEndurance {

    private static final int PER_SECOND = Integer.getInteger("endurance.storm.rate", 500);
    private static final int SECONDS = Integer.getInteger("endurance.storm.seconds", 60);
    /** Within it the JVM compiles what a process that serves has long compiled, on processors that partners and callers here share with it. */
    private static final int WARM_UP_SECONDS = 60;

    private static final int BUYERS = 50;
    private static final Duration ANSWERED_WITHIN = Duration.ofMillis(100);

    private record Answered(int status, Duration after) {}

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void isAnsweredSoon() throws IOException {
        try (RunningProduct product = RunningProduct.start(NoLimits.SETTINGS)) {
            Harbour harbour = new Harbour(product);
            harbour.begin();
            harbour.fullRun();
            List<HttpRequest> calls = calls(product);
            List<Answered> young = storm(calls, WARM_UP_SECONDS);
            List<Answered> answers = storm(calls, SECONDS);
            write(young, answers);
            assertThat(young).allMatch(answer -> answer.status() == 200);
            assertThat(answers).allMatch(answer -> answer.status() == 200);
            assertThat(percentile(answers, 99)).isLessThan(ANSWERED_WITHIN);
            eventually("all that they tell of done", harbour::isServed);
        }
    }

    /** As Nexudus made them for purchases of some people. */
    private static List<HttpRequest> calls(RunningProduct product) {
        Nexudus nexudus = product.partners().nexudus();
        int before = nexudus.deliveries().size();
        IntStream.range(0, BUYERS).forEach(number -> {
            long customer = nexudus.addCustomer(
                    nexudus.location(PreparedWorld.HARBOUR_HOUSE),
                    "Buyer " + number,
                    "storm" + number + "@buyers.example");
            nexudus.buyPass(customer, nexudus.pass("Flex pass"));
        });
        eventually("Nexudus told of all", () -> nexudus.deliveries().size() >= before + BUYERS);
        String secret = nexudus.hookSecrets().getFirst();
        return nexudus.deliveries().stream()
                .skip(before)
                .map(delivery -> call(delivery, secret))
                .toList();
    }

    private static HttpRequest call(Delivery delivery, String secret) {
        return HttpRequest.newBuilder(URI.create(delivery.url()))
                .header("Content-Type", "application/json")
                .header("X-Nexudus-Hook-Signature", HookSignature.of(delivery.body(), secret))
                .POST(BodyPublishers.ofString(delivery.body()))
                .build();
    }

    private List<Answered> storm(List<HttpRequest> calls, int seconds) {
        int all = PER_SECOND * seconds;
        List<CompletableFuture<Answered>> under = new ArrayList<>(all);
        long begun = System.nanoTime();
        for (int number = 0; number < all; number++) {
            long planned = begun + number * 1_000_000_000L / PER_SECOND;
            while (System.nanoTime() < planned) {
                LockSupport.parkNanos(planned - System.nanoTime());
            }
            under.add(client.sendAsync(calls.get(number % calls.size()), BodyHandlers.discarding())
                    .thenApply(HttpResponse::statusCode)
                    .exceptionally(_ -> 0)
                    .thenApply(status -> new Answered(status, Duration.ofNanos(System.nanoTime() - planned))));
        }
        return under.stream().map(CompletableFuture::join).toList();
    }

    private static Duration percentile(List<Answered> answers, int percent) {
        return answers.stream()
                .map(Answered::after)
                .sorted()
                .skip(Math.min(answers.size() * percent / 100, answers.size() - 1))
                .findFirst()
                .orElseThrow();
    }

    private static void write(List<Answered> young, List<Answered> answers) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "endurance"));
        Files.writeString(folder.resolve("hook-storm.md"), """
                # A storm of webhooks

                %s. %d a second, of %d people, while their purchases are done.

                | | seconds | in the middle | at p99 | at most |
                |---|---|---|---|---|
                %s
                %s
                """.formatted(
                        Machine.describe(),
                        PER_SECOND,
                        BUYERS,
                        row("just started", WARM_UP_SECONDS, young),
                        row("then", SECONDS, answers)));
    }

    private static String row(String when, int seconds, List<Answered> answers) {
        return "| %s | %d | %d ms | %d ms | %d ms |"
                .formatted(
                        when,
                        seconds,
                        percentile(answers, 50).toMillis(),
                        percentile(answers, 99).toMillis(),
                        percentile(answers, 100).toMillis());
    }
}
