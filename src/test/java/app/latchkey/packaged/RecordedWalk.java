package app.latchkey.packaged;

import static app.latchkey.product.Eventually.eventually;

import app.latchkey.e2e.Authenticator;
import app.latchkey.e2e.Browsers;
import app.latchkey.e2e.EveryPageE2E.Audience;
import app.latchkey.e2e.Operator;
import app.latchkey.e2e.Visitor;
import app.latchkey.product.SignInLetter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import sandbox.http.Fault;
import sandbox.partners.Partners;
import sandbox.world.PreparedWorld;

/** What an operator, staff and a member do in a process of the jar; keeps the secrets that pass by and all that the browsers were sent. */
final class RecordedWalk {

    private static final Duration MAIL_TIME = Duration.ofSeconds(15);
    private static final Duration NEWS_TIME = Duration.ofSeconds(75);
    private static final String FLEX = "Flex members";

    private final Browsers browsers;
    private final Partners partners;
    private final URI url;
    private final Path directory;
    private final String name;
    private final List<String> secrets = new ArrayList<>();
    private final List<String> shownOnce = new ArrayList<>();

    /** @param name ends the name of the space that is set up */
    RecordedWalk(Browsers browsers, Partners partners, URI url, Path directory, String name) {
        this.browsers = browsers;
        this.partners = partners;
        this.url = url;
        this.directory = directory;
        this.name = name;
    }

    /** What nobody but the product, or the person whose it is, may ever see. */
    List<String> secrets() {
        return List.copyOf(secrets);
    }

    /** What a page shows to the person whose it is. */
    List<String> shownOnce() {
        return List.copyOf(shownOnce);
    }

    List<Place> setUpAndFailures() {
        Path record = directory.resolve("operator.har");
        Visitor ana = browsers.recorded(url, record);
        signIn(ana, PreparedWorld.ANA);
        Operator operator = new Operator(ana.goTo("/spaces"));
        operator.createSpace("Harbour " + name);
        operator.connectSalto(PreparedWorld.HARBOUR_HOUSE);
        operator.connectNexudus(PreparedWorld.HARBOUR_HOUSE);
        operator.continueWithMatches();
        operator.start("Full: we let people in", "Start full sync");
        buys(PreparedWorld.AISHA);
        eventually("Aisha in", () -> isIn(PreparedWorld.AISHA));
        failBoth();
        Audience.OPERATOR
                .addresses("harbour-" + name, partners.nexudus().customer(PreparedWorld.AISHA))
                .forEach(address -> ana.goTo(address).hasATitle());
        ana.goTo("/connect/salto/callback?code=unknown&state=unknown").goTo("/hooks/nexudus/unknown");
        return closed(ana, record);
    }

    private void failBoth() {
        partners.salto().expireAccessTokens();
        partners.salto().fail("/connect/token", Fault.echo(500).times(2));
        partners.salto().fail("/users", Fault.echo(500).times(3));
        partners.nexudus().fail("GET ", Fault.echo(500).times(4));
        buys(PreparedWorld.TOMASZ);
        eventually("Tomasz in, in spite of it", () -> isIn(PreparedWorld.TOMASZ));
        partners.nexudus().forgetTokens();
        partners.nexudus().fail("/api/token", Fault.echo(401).always());
        buys(PreparedWorld.MARTA);
        partners.inbox()
                .await(
                        mail -> mail.to().contains(PreparedWorld.ANA)
                                && mail.subject().contains("Nexudus"),
                        NEWS_TIME);
    }

    List<Place> staff() {
        Path record = directory.resolve("staff.har");
        Visitor mia = browsers.recorded(url, record);
        mia.goTo("/sign-in").asksForAMail(PreparedWorld.STAFF);
        mia.fill("Six digits", letter(PreparedWorld.STAFF).digits()).press("Sign in");
        mia.isAt("Protect your doors");
        Authenticator app = Authenticator.typedFrom(mia);
        mia.fill("Six digits that the app shows", app.digitsAt(Instant.now())).press("Use this app");
        mia.isAt("Keep these recovery codes");
        shownOnce.add(app.key());
        shownOnce.addAll(mia.page().locator(".lk-codes code").allInnerTexts());
        mia.press("I have kept them").page().waitForURL("**/staff");
        Audience.STAFF
                .addresses("harbour-" + name, partners.nexudus().customer(PreparedWorld.AISHA))
                .forEach(address -> mia.goTo(address).hasATitle());
        return closed(mia, record);
    }

    List<Place> member() {
        Path record = directory.resolve("member.har");
        Visitor member = browsers.recorded(url, record);
        signIn(member, PreparedWorld.AISHA);
        member.goTo("/doors").hasATitle();
        member.page().context().cookies().stream()
                .filter(cookie -> cookie.name.startsWith("latchkey"))
                .forEach(cookie -> secrets.add(cookie.value));
        return closed(member, record);
    }

    private void signIn(Visitor visitor, String email) {
        visitor.goTo("/sign-in").asksForAMail(email);
        SignInLetter letter = letter(email);
        visitor.goTo(letter.link()).press("Sign in as " + email).isSignedIn();
    }

    private SignInLetter letter(String email) {
        SignInLetter letter =
                SignInLetter.read(partners.inbox().awaitTo(email, 0, MAIL_TIME).text());
        secrets.add(letter.token());
        secrets.add(letter.digits());
        return letter;
    }

    private List<Place> closed(Visitor visitor, Path record) {
        visitor.page().context().close();
        return Place.pages(record, url.toString());
    }

    private void buys(String email) {
        partners.nexudus()
                .buyPass(partners.nexudus().customer(email), partners.nexudus().pass("Flex pass"));
    }

    private boolean isIn(String email) {
        String site = partners.salto().site(PreparedWorld.HARBOUR_HOUSE);
        return partners.salto().user(site, email).isPresent()
                && partners.salto().isMember(email, partners.salto().group(site, FLEX));
    }
}
