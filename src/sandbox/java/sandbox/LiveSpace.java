package sandbox;

import app.latchkey.identity.Role;
import app.latchkey.identity.SignedIn;
import app.latchkey.onboarding.ChooseMatches;
import app.latchkey.onboarding.ConnectNexudus;
import app.latchkey.onboarding.ConnectSalto;
import app.latchkey.onboarding.ReviewDraft;
import app.latchkey.onboarding.ReviewSpace;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.AccountId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.ContactDetails;
import app.latchkey.space.Mode;
import app.latchkey.space.Scopes;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import app.latchkey.sync.ActivationResult;
import app.latchkey.sync.ReviewState;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import sandbox.partners.Partners;
import sandbox.world.PreparedWorld;

/**
 * Harbour North, set up through the same services as the wizard's pages, so that there is a space in which doors already follow purchases.
 * Harbour House is left for whoever wants to walk through the wizard.
 */
final class LiveSpace {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ApplicationContext product;
    private final Partners partners;
    private final URI url;
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    LiveSpace(ApplicationContext product, Partners partners, URI url) {
        this.product = product;
        this.partners = partners;
        this.url = url;
    }

    /** Nothing when it is there already, in a sandbox that was kept. */
    void setUp() throws IOException, InterruptedException {
        SignedIn ana = ana();
        Spaces spaces = product.getBean(Spaces.class);
        Scopes scopes = product.getBean(Scopes.class);
        if (scopes.call(ana.scope(), () -> spaces.ownedBy(ana.account())).isEmpty()) {
            SpaceId space = scopes.inSystem(() -> {
                SpaceId made =
                        spaces.create(ana.account(), ana.email(), PreparedWorld.HARBOUR_NORTH, PreparedWorld.LISBON);
                spaces.contact(made, new ContactDetails("+351 21 555 0142", "Mon–Fri 9–18", "+351 91 555 0142"));
                return made;
            });
            connect(space, ana);
            match(scopes.inSpace(space, () -> spaces.get(space)), ana);
            start(space, ana);
        }
    }

    /** Signs in as anybody would; the account is made by that. */
    private SignedIn ana() throws IOException, InterruptedException {
        visit(url.resolve(OneClickSignIn.PATH + "?as=" + PreparedWorld.ANA));
        AccountId account = product.getBean(Scopes.class)
                .inSystem(() -> product.getBean(JdbcClient.class)
                        .sql("select account_id from account where email_norm = :email")
                        .param("email", PreparedWorld.ANA)
                        .query((row, number) -> new AccountId(row.getObject("account_id", UUID.class)))
                        .single());
        return new SignedIn(account, new EmailAddress(PreparedWorld.ANA), Set.of(Role.OPERATOR, Role.MEMBER), false);
    }

    private void connect(SpaceId space, SignedIn ana) throws IOException, InterruptedException {
        ConnectSalto salto = product.getBean(ConnectSalto.class);
        visit(partners.salto().allow(salto.consent(space, ana), PreparedWorld.ANA));
        var unused = salto.choose(
                space,
                salto.sites(space).stream()
                        .filter(site -> site.name().equals(PreparedWorld.HARBOUR_NORTH))
                        .findFirst()
                        .orElseThrow(),
                ana);
        ConnectNexudus nexudus = product.getBean(ConnectNexudus.class);
        nexudus.signIn(space, PreparedWorld.INTEGRATION, Secret.of(PreparedWorld.PASSWORD), Optional.empty(), ana);
        nexudus.choose(
                space,
                nexudus.locations(space).stream()
                        .filter(location -> location.name().equals(PreparedWorld.HARBOUR_NORTH))
                        .findFirst()
                        .orElseThrow(),
                ana);
        nexudus.webhooks(space);
    }

    private void match(Space space, SignedIn ana) {
        ChooseMatches matches = product.getBean(ChooseMatches.class);
        matches(partners).forEach((item, group) -> matches.choose(space.id(), item, Set.of(group)));
        matches.publish(space, matches.load(space.id(), ana), ana);
    }

    private static Map<ItemId, AccessGroupId> matches(Partners partners) {
        return Map.of(
                ItemId.pass(partners.nexudus().pass("North member pass")), group(partners, "North - all members"),
                ItemId.resource(partners.nexudus().room("Photo studio")), group(partners, "Studio North"),
                ItemId.office(partners.nexudus().desk("Suite A")), group(partners, "Suite A"));
    }

    private static AccessGroupId group(Partners partners, String name) {
        return AccessGroupId.of(partners.salto().group(partners.salto().site(PreparedWorld.HARBOUR_NORTH), name));
    }

    private void start(SpaceId space, SignedIn ana) throws InterruptedException {
        ReviewSpace review = product.getBean(ReviewSpace.class);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (review.open(space).state() != ReviewState.READY) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Harbour North could not be read: " + review.look(space));
            }
            Thread.sleep(Duration.ofMillis(250));
        }
        ReviewDraft draft = new ReviewDraft(Optional.of(true), Optional.of(false), Set.of(), Mode.FULL);
        ActivationResult started = review.activate(space, review.look(space), draft, ana);
        if (!(started instanceof ActivationResult.Activated)) {
            throw new IllegalStateException("Harbour North could not be started: " + started);
        }
    }

    private void visit(URI page) throws IOException, InterruptedException {
        HttpResponse<Void> answer = browser.send(
                HttpRequest.newBuilder(page).header("Accept", "text/html").build(),
                HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() != 200) {
            throw new IOException(page.getPath() + " answered " + answer.statusCode());
        }
    }
}
