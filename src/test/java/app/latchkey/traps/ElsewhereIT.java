package app.latchkey.traps;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.connection.Canary;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerWorld;
import app.latchkey.connection.RebindingNames;
import app.latchkey.nexudus.Nexudus;
import app.latchkey.salto.SaltoKs;
import app.latchkey.salto.SaltoSignIn;
import app.latchkey.shared.LocationId;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import sandbox.http.Fault;
import sandbox.http.Response;
import sandbox.partners.Partners;
import sandbox.world.PreparedWorld;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whatever links, redirects and webhook addresses a partner's answers hold: nobody but the two configured partners is ever called, so that no token
 * of ours comes to anybody else.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ElsewhereIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Secret PASSWORD = Secret.of(PreparedWorld.PASSWORD);
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final List<Integer> REDIRECTS = List.of(301, 302, 303, 307, 308);

    private final PartnerWorld world = PartnerWorld.prepared();
    private final Partners partners = world.partners();
    private final Canary canary = Canary.everywhere();
    private final Canary besideSalto =
            Canary.beside(RebindingNames.OTHER, partners.saltoApiUrl().getPort());
    private final Canary besideNexudus =
            Canary.beside(RebindingNames.OTHER, partners.nexudusUrl().getPort());
    private final PartnerWorld.Node node =
            world.node(Map.of("latchkey.public-url", partners.nexudusUrl().toString()));
    private final SpaceId space = PartnerWorld.aSpace();
    private int before;

    @BeforeAll
    void connect() {
        SaltoSignIn.connect(world, node, space);
        nexudus().connect(space, PreparedWorld.INTEGRATION, PASSWORD, Optional.empty());
        nexudus().choose(space, new LocationId(partners.nexudus().location(PreparedWorld.HARBOUR_HOUSE)));
        var unused = nexudus().ensureWebhooks(space);
    }

    @AfterAll
    void close() {
        world.close();
        List.of(canary, besideSalto, besideNexudus).forEach(Canary::close);
    }

    private SaltoKs salto() {
        return node.get(SaltoKs.class);
    }

    private Nexudus nexudus() {
        return node.get(Nexudus.class);
    }

    private List<String> fromSalto() {
        return Elsewhere.than(partners.saltoApiUrl().getPort(), canary.port());
    }

    private List<String> fromNexudus() {
        return Elsewhere.than(partners.nexudusUrl().getPort(), canary.port());
    }

    private int callers() {
        return canary.callers() + besideSalto.callers() + besideNexudus.callers();
    }

    @BeforeEach
    void listen() {
        before = callers();
    }

    /** Calls since this test began that came to somebody who has nothing to do with it. */
    private int strayed() {
        return callers() - before;
    }

    /** What a partner of bad will cannot bring about may fail, but only as a partner's failure. */
    private static void tried(Runnable call) {
        try {
            call.run();
        } catch (PartnerFailure failure) {
            assertThat(failure.words()).isNotBlank();
        }
    }

    @Test
    void followsNoLinkOfSaltosToAnywhereElse() {
        for (String form : fromSalto()) {
            partners.salto().fail("GET .*/(users|access_groups|sites|locks|roles)", links(form));
            tried(() -> salto().users(space));
            tried(() -> salto().groups(space));
            tried(() -> salto().sites(space));
            partners.salto().clearFaults();
            assertThat(strayed()).as(form).isZero();
        }
    }

    @Test
    void followsNoLinkOfNexudussToAnywhereElse() {
        for (String form : fromNexudus()) {
            partners.nexudus().fail("GET ", links(form));
            tried(() -> nexudus().locations(space));
            tried(() -> nexudus().changedSince(space, Instant.EPOCH, Set.of()));
            partners.nexudus().clearFaults();
            assertThat(strayed()).as(form).isZero();
        }
    }

    @Test
    void callsNoWebhookAtAnAddressThatNexudusNames() {
        Iterator<String> forms = fromNexudus().iterator();
        while (forms.hasNext()) {
            partners.nexudus()
                    .fail(
                            "GET .*/webhooks",
                            changed(record -> forms.hasNext()
                                    ? forms.next() + record.path("URL").asString()
                                    : ""));
            tried(() -> nexudus().ensureWebhooks(space));
            tried(() -> nexudus().testWebhooks(space));
            partners.nexudus().clearFaults();
        }
        assertThat(strayed()).isZero();
    }

    @Test
    void followsNoRedirectNeitherOfCallsNorOfTokensNorOfItsOwnHook() {
        List<String> forms = fromSalto().stream().filter(Elsewhere::fitsAHeader).toList();
        for (int number = 0; number < forms.size(); number++) {
            String form = forms.get(number);
            Fault away = Fault.status(REDIRECTS.get(number % REDIRECTS.size())).with("Location", form);
            partners.salto().fail(".", away.always());
            partners.nexudus().fail(".", away.always());
            tried(() -> salto().users(space));
            tried(() -> salto().makeGroup(space, "Elsewhere"));
            tried(() -> salto().signIn(space, PreparedWorld.ANA, PASSWORD));
            tried(() -> nexudus().locations(space));
            tried(() -> nexudus().connect(space, PreparedWorld.ANA, PASSWORD, Optional.empty()));
            var unused = nexudus().testWebhooks(space);
            partners.clock().advance(Duration.ofMinutes(50));
            tried(() -> salto().users(space));
            tried(() -> nexudus().locations(space));
            partners.salto().clearFaults();
            partners.nexudus().clearFaults();
            assertThat(partners.calls().all()).as("each was redirected").hasSizeGreaterThanOrEqualTo(6);
            assertThat(strayed()).as(form).isZero();
        }
    }

    @Test
    void wouldSeeWhoeverTakesLinksAndRedirectsAtTheirWord() throws InterruptedException {
        HttpClient credulous = HttpClient.newBuilder()
                .connectTimeout(SHORT)
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
        int followed = 0;
        int redirected = 0;
        for (String form : fromSalto()) {
            int heard = strayed();
            goes(credulous, form);
            followed += strayed() > heard ? 1 : 0;
            if (Elsewhere.fitsAHeader(form)) {
                partners.salto().fail("GET /", Fault.status(302).with("Location", form));
                int met = strayed();
                goes(credulous, "/");
                redirected += strayed() > met ? 1 : 0;
            }
        }
        assertThat(followed).as("links that lead somebody astray").isGreaterThan(15);
        assertThat(redirected).as("redirects that do").isGreaterThan(15);
        assertThat(besideSalto.callers()).as("by a name that was bound anew").isGreaterThan(1);
    }

    /** Whoever checks where a name leads, and then calls by the name. */
    private void goes(HttpClient client, String link) throws InterruptedException {
        try {
            URI address = partners.saltoApiUrl().resolve(link);
            if (address.getHost() != null && address.getHost().endsWith("rebinding.test")) {
                assertThat(InetAddress.getByName(address.getHost()).isLoopbackAddress())
                        .isTrue();
            }
            HttpRequest request = HttpRequest.newBuilder(address).timeout(SHORT).build();
            var unused = client.send(request, BodyHandlers.discarding());
        } catch (IOException | IllegalArgumentException led) {
            assertThat(led).as(link).isNotNull();
        }
    }

    /** The next page lies there, by whatever name a list may give it. */
    private static Fault links(String form) {
        return Fault.rewritten(response -> {
                    JsonNode tree = JSON.readTree(text(response));
                    ObjectNode list = tree.isObject()
                            ? (ObjectNode) tree
                            : JSON.createObjectNode().set("items", tree);
                    for (String name : List.of(
                            "next_page_link", "@odata.nextLink", "odata.nextLink", "NextPage", "next", "href")) {
                        list.put(name, form);
                    }
                    return json(response, list.put("HasNextPage", true)).with("Link", "<http://127.0.0.1/>; rel=next");
                })
                .always();
    }

    private static Fault changed(Function<JsonNode, String> url) {
        return Fault.rewritten(response -> {
                    JsonNode tree = JSON.readTree(text(response));
                    tree.path("Records").forEach(record -> ((ObjectNode) record).put("URL", url.apply(record)));
                    return json(response, tree);
                })
                .always();
    }

    private static String text(Response response) {
        return new String(response.content(), StandardCharsets.UTF_8);
    }

    private static Response json(Response response, JsonNode tree) {
        return response.withContent(tree.toString().getBytes(StandardCharsets.UTF_8));
    }
}
