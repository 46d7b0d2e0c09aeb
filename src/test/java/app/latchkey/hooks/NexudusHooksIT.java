package app.latchkey.hooks;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.nexudus.TestMessage;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.sync.Harbour;
import app.latchkey.sync.Overviews;
import app.latchkey.sync.PartnerStates;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import sandbox.http.Fields;
import sandbox.nexudus.HookSignature;
import sandbox.nexudus.Nexudus;
import sandbox.nexudus.NexudusSettings;
import sandbox.world.PreparedWorld;

/** Where Nexudus calls us, over real HTTP, and what happens when it no longer does. */
@WithProduct(own = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NexudusHooksIT {

    private final RunningProduct product;
    private final Harbour harbour;
    private final Nexudus nexudus;
    private final HttpClient client = HttpClient.newHttpClient();

    NexudusHooksIT(RunningProduct product) {
        this.product = product;
        harbour = new Harbour(product);
        nexudus = product.partners().nexudus();
    }

    @BeforeAll
    void begin() {
        harbour.begin();
    }

    private int call(String url, String signature, byte[] body) throws Exception {
        return answer(url, signature, body).statusCode();
    }

    private HttpResponse<Void> answer(String url, String signature, byte[] body) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url)).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (!signature.isEmpty()) {
            request.header("X-Nexudus-Hook-Signature", signature);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.discarding());
    }

    private String address() {
        return nexudus.webhooks().getFirst().detail();
    }

    private long refused() {
        return nexudus.deliveries().stream()
                .filter(each -> each.status() / 100 != 2)
                .count();
    }

    private void somethingHappens() {
        int before = nexudus.deliveries().size();
        long marta = nexudus.customer(PreparedWorld.MARTA);
        nexudus.edit("Coworker", marta, Fields.of("Custom1", "Zoë 🚪 " + before));
        eventually("deliveries", () -> nexudus.deliveries().size() > before && nexudus.isQuiet());
    }

    @Test
    void refusesWhatIsUnsignedWronglySignedTooLongOrForNobody() throws Exception {
        byte[] body = "[{\"Id\":1}]".getBytes(StandardCharsets.UTF_8);
        assertThat(call(address(), "", body)).isEqualTo(401);
        assertThat(call(product.at("/hooks/nexudus/0123456789abcdef?action=61"), "AB", body))
                .isEqualTo(401);
        assertThat(call(address(), "AB", new byte[256 * 1024 + 1])).isEqualTo(413);
    }

    /** A session for each of five hundred calls a second would soon be all that is in memory. */
    @Test
    void remembersNobodyWhoCalls() throws Exception {
        HttpHeaders told = answer(address(), "", "[{\"Id\":1}]".getBytes(StandardCharsets.UTF_8))
                .headers();
        assertThat(told.map()).doesNotContainKeys("set-cookie", "location", "www-authenticate");
        assertThat(told.firstValue("x-content-type-options")).contains("nosniff");
    }

    @Test
    void takesNamesBeyondEveryPlane() {
        long before = refused();
        somethingHappens();
        assertThat(refused()).isEqualTo(before);
    }

    @Test
    void writesNothingForCallsThatComeAThousandTimesInAnyOrder() throws Exception {
        harbour.fullRun();
        somethingHappens();
        eventually("what came in before", this::isIdle);
        List<Nexudus.Delivery> real = nexudus.deliveries();
        String secret = nexudus.hookSecrets().getFirst();
        List<Nexudus.Delivery> replayed = IntStream.range(0, 1_000)
                .mapToObj(each -> real.get(each % real.size()))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(replayed, new Random(19));
        product.partners().resetJournal();
        long runs = runs();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            var all = replayed.stream()
                    .map(each -> threads.submit(() -> call(
                            each.url(),
                            HookSignature.overBytes(each.body(), secret),
                            each.body().getBytes(StandardCharsets.UTF_8))))
                    .toList();
            for (var each : all) {
                assertThat(each.get()).isEqualTo(200);
            }
        }
        eventually("all of it", this::isIdle);
        assertThat(product.partners().salto().calls().writes().count()).isZero();
        assertThat(runs() - runs).isPositive();
        assertThat(soonAfterAnother(runs))
                .as("looked at once a second each, as near as a run notes when it began")
                .isZero();
    }

    /** Runs that nothing but webhooks made due, less than a second after another of the same customer. */
    private long soonAfterAnother(long runs) {
        return inSpace("""
            select count(*) from (
              select started_at - lag(started_at) over (partition by subject order by number) as after
              from run where number > %d and not exists (select from unnest(causes) cause where cause not like 'Nexudus: %%')
            ) apart where after < interval '900 milliseconds'
            """.formatted(runs));
    }

    private boolean isIdle() {
        return inSpace("select count(*) from due_work where greatest(due_at, not_before) <= '%s'"
                        .formatted(product.partners().clock().instant()))
                == 0;
    }

    private long runs() {
        return inSpace("select coalesce(max(number), 0) from run");
    }

    private long inSpace(String sql) {
        return product.database()
                .scopes()
                .inSpace(
                        harbour.space(),
                        () -> product.database()
                                .jdbc()
                                .sql(sql)
                                .query(Long.class)
                                .single());
    }

    @Test
    void armsWebhooksThatWereSwitchedOffAndTellsTheOperator() {
        List<Nexudus.Named> hooks = nexudus.webhooks();
        hooks.forEach(hook -> nexudus.edit("Webhook", hook.id(), Fields.of("Active", false)));
        long marta = nexudus.customer(PreparedWorld.AISHA);
        nexudus.buyPass(marta, nexudus.pass("Flex pass"));
        product.partners().clock().advance(Duration.ofHours(1));
        product.bean(LookAfterHooks.class).look(product.partners().clock().instant());
        assertThat(nexudus.webhooks()).allMatch(Nexudus.Named::active).hasSameSizeAs(hooks);
        eventually("what was missed", () -> harbour.isIn(PreparedWorld.AISHA, "Flex members"));
        eventually(
                "the mail",
                () -> product.partners().inbox().all().stream()
                        .anyMatch(mail -> mail.subject().startsWith("Nexudus had stopped telling us")));
    }

    @Test
    void showsThatNexudusCallsInVainAlthoughOurOwnCallComesIn() {
        product.partners().clock().advance(Duration.ofMinutes(2));
        eventually("what was on its way", nexudus::isQuiet);
        nexudus.settings().signing(NexudusSettings.Signing.NONE);
        long before = refused();
        somethingHappens();
        nexudus.settings().signing(NexudusSettings.Signing.ASCII_BY_UNIT);
        assertThat(refused()).isGreaterThan(before);
        assertThat(product.bean(app.latchkey.nexudus.Nexudus.class).testWebhooks(harbour.space()))
                .isInstanceOf(TestMessage.Arrived.class);
        assertThat(partners().refused().orElseThrow().unsigned()).isPositive();

        somethingHappens();
        assertThat(partners().refused()).isEmpty();
    }

    private PartnerStates partners() {
        return product.bean(Overviews.class).of(harbour.space()).partners();
    }

    @Test
    void givesTheSecretAnewAfterACallThatWasSignedWithAnother() {
        nexudus.webhooks().forEach(hook -> nexudus.edit("Webhook", hook.id(), Fields.of("_Secret", "somebody else's")));
        long before = refused();
        somethingHappens();
        assertThat(refused()).isGreaterThan(before);
        product.partners().clock().advance(Duration.ofHours(1));
        product.bean(LookAfterHooks.class).look(product.partners().clock().instant());
        eventually("what was on its way", nexudus::isQuiet);
        long after = refused();
        somethingHappens();
        assertThat(refused()).isEqualTo(after);
    }

    @Test
    void bringsHooksBackThatWereMovedToAnotherLocation() {
        int there = nexudus.webhooks().size();
        long north = nexudus.location(PreparedWorld.HARBOUR_NORTH);
        nexudus.edit("Webhook", nexudus.webhooks().getFirst().id(), Fields.of("BusinessId", north));
        product.bean(app.latchkey.nexudus.Nexudus.class).ensureWebhooks(harbour.space());
        assertThat(nexudus.webhooks()).hasSize(there);
        somethingHappens();
        assertThat(product.bean(app.latchkey.nexudus.Nexudus.class)
                        .ensureWebhooks(harbour.space())
                        .rearmed())
                .isZero();
    }
}
