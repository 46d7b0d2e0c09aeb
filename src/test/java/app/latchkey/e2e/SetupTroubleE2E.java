package app.latchkey.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import java.net.URI;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import sandbox.http.Fault;
import sandbox.nexudus.Nexudus;
import sandbox.salto.Salto;
import sandbox.world.PreparedWorld;

/** What goes wrong on the way through the set-up is said in its own words, and the way goes on. */
@WithProduct(own = true)
@BrowserTest
class SetupTroubleE2E {

    private static final String CARLA = "carla@newhouse.example";
    private static final String DIANA = "diana@newhouse.example";
    private static final String EVA = "eva@newhouse.example";
    private static final String FINA = "fina@newhouse.example";
    private static final String HUGO = "hugo@newhouse.example";
    private static final String GIL = "gil@newhouse.example";
    private static final String DESKS = "FloorPlanDesk-List";

    private final RunningProduct product;

    SetupTroubleE2E(RunningProduct product) {
        this.product = product;
    }

    @Test
    void aDeniedConsentAWrongPasswordAndAMissingRightAreSaidAndMended(Browsers browsers) {
        Operator carla = new Operator(browsers.atADesk().signInAs(CARLA, "/spaces"));
        carla.createSpace("New House");
        Visitor at = carla.at();
        at.press("Sign in to Salto").press("Deny");
        at.reads("Salto says you chose not to allow it. Nothing was connected.")
                .reads("We ask to see and change users and groups.");
        Axe.findsNothing(at.page());
        product.partners().salto().fail("/connect/token", Fault.status(500));
        at.press("Try again").press("Allow");
        at.reads("You came back from Salto, and then Salto did not answer us. Nothing was connected.");
        carla.connectSalto(PreparedWorld.HARBOUR_NORTH);
        signsInWithACode(at.isAt("May we see what people buy?"));
        goesOnWithoutARight(at.press("Use " + PreparedWorld.HARBOUR_NORTH));
        at.press("Continue").isAt("Which purchase opens which doors?");
    }

    @Test
    void aLoginMadeForLatchkeyConnectsWithoutABrowserOfSaltos(Browsers browsers) {
        Operator gil = new Operator(browsers.atADesk().signInAs(GIL, "/spaces"));
        gil.createSpace("Gil House");
        Visitor at = gil.at();
        at.press("Connect Salto").reads("Type the user name and the password of the Salto login.");
        at.fill("User name of the Salto login", PreparedWorld.ANA);
        at.fill("Password of the Salto login", "not the password").press("Connect Salto");
        at.reads("Salto does not take this user name and password. Check both; we have not kept them.");
        at.reads("Where two-factor sign-in is on for this login, switch it off in Salto");
        Axe.findsNothing(at.page());
        at.fill("Password of the Salto login", PreparedWorld.PASSWORD).press("Connect Salto");
        at.reads("Which site?").reads(PreparedWorld.HARBOUR_HOUSE);
        at.goTo("/spaces/gil-house/audit").reads("Connected Salto");
    }

    private void signsInWithACode(Visitor at) {
        at.page().getByLabel("E-mail of the Nexudus user").first().fill(PreparedWorld.ANA);
        at.fill("Password", "not the password").press("Connect Nexudus");
        at.reads("Nexudus does not know this e-mail and password. Check both; we have not kept them.");
        Nexudus nexudus = product.partners().nexudus();
        nexudus.requireOneTimeCode(PreparedWorld.ANA, "246810");
        at.fill("Password", PreparedWorld.PASSWORD).press("Connect Nexudus");
        at.reads("Nexudus wants the six digits for this user.");
        at.fill("One-time code", "000000").press("Connect Nexudus");
        at.reads("That code did not fit. Codes change every 30 seconds; use the newest.");
        nexudus.rights(PreparedWorld.ANA).revoke(DESKS);
        at.fill("One-time code", "246810").press("Connect Nexudus");
    }

    private static void goesOnWithoutARight(Visitor at) {
        at.reads("We may not read desks and offices (right %s)".formatted(DESKS))
                .reads("Without it nobody's desk or office opens a door.");
        at.readsNoMore("Comparing time zones").press("Continue");
        at.reads("A right is still missing.");
        Axe.findsNothing(at.page());
        at.press("Continue without");
        at.reads("You go on without. What depends on these rights opens no door.")
                .readsNoMore("A right is still missing.");
    }

    @Test
    void aSiteThatCannotBeUsedSaysWhyAndASilentSaltoKeepsNobody(Browsers browsers) {
        Salto salto = product.partners().salto();
        String house = salto.site(PreparedWorld.HARBOUR_HOUSE);
        salto.lapse(house);
        Operator diana = new Operator(browsers.atADesk().signInAs(DIANA, "/spaces"));
        diana.createSpace("Diana's House");
        Visitor at = diana.at().press("Sign in to Salto").press("Allow");
        at.reads("Your installer has not released this site yet. Only they can.")
                .reads("This login is not Site admin here; we need Site admin.")
                .reads("The Salto subscription of this site ended.");
        Axe.findsNothing(at.page());
        salto.renew(house);
        at.press("Check again").readsNoMore("The Salto subscription of this site ended.");
        at.press("Use " + PreparedWorld.HARBOUR_HOUSE).reads("Door events can be read");
        saysOnceThatItCannotBeUsedAnyMore(salto, house, at);
        refusesItToAnotherOperator(browsers.atADesk().signInAs(FINA, "/spaces"));
        salto.takeDown();
        at.press("Check again");
        at.reads("Salto is not answering since").press("Go on with Nexudus");
        at.isAt("May we see what people buy?");
        salto.bringUp();
    }

    /** On its card: there is nothing more to be found out there. */
    private static void saysOnceThatItCannotBeUsedAnyMore(Salto salto, String house, Visitor at) {
        salto.lapse(house);
        at.press("Check again").reads("The Salto subscription of this site ended.");
        at.readsNoMore("Door events can be read").offersNo("Try again");
        salto.renew(house);
        at.press("Check again").reads("Door events can be read");
    }

    private static void refusesItToAnotherOperator(Visitor fina) {
        new Operator(fina).createSpace("Fina's House");
        fina.press("Sign in to Salto").press("Allow");
        fina.press("Use " + PreparedWorld.HARBOUR_HOUSE);
        fina.reads("Another operator uses this site with Latchkey. Both must agree before you can.");
        fina.press("Ask us").reads("We have your question about " + PreparedWorld.HARBOUR_HOUSE);
    }

    /** Nobody is asked about a password that he never typed. */
    @Test
    void anInstallThatNexudusDoesNotAcceptNamesTheWayOn(Browsers browsers) {
        Operator hugo = new Operator(browsers.atADesk().signInAs(HUGO, "/spaces"));
        hugo.createSpace("Hugo's House");
        Visitor at = hugo.at().goTo("/connect/nexudus/app").isAt("No app waits here");
        Axe.findsNothing(at.page());
        at.press("Go to your spaces").press("Add a space");
        at.fill("Name", "Hugo's Annex").press("Create the space").isAt("May we see your doors?");
        Nexudus nexudus = product.partners().nexudus();
        URI install =
                nexudus.marketplace().install(URI.create(product.at("/connect/nexudus/install")), PreparedWorld.ANA);
        at.page().navigate(install.toString());
        at.isAt("For which space is it?").reads("Hugo's House");
        Axe.findsNothing(at.page());
        nexudus.fail("GET ", Fault.status(401).always());
        at.press("Connect Nexudus to Hugo's Annex")
                .reads("Nexudus does not accept this install for Hugo's Annex.")
                .readsNoMore("password");
        nexudus.clearFaults();
    }

    /** Salto's page was open for so long that the session here ended. */
    @Test
    void whoeverComesBackFromSaltoSignedOutSignsInAndGoesOn(Browsers browsers) {
        Operator eva = new Operator(browsers.atADesk().signInAs(EVA, "/spaces"));
        eva.createSpace("Eva's House");
        Visitor at = eva.at().press("Sign in to Salto");
        // At Salto first: without a session the press itself would come to nothing.
        assertThat(at.button("Allow").first()).isVisible();
        at.losesItsSession().press("Allow");
        at.isAt("Sign in").reads("Sign in, and you go on where you were. Nothing is lost.");
        Axe.findsNothing(at.page());
        at.fill("Six digits", Mailbox.ask(product, at, EVA).digits()).press("Sign in");
        at.isAt("Protect your doors");
        Authenticator app = Authenticator.typedFrom(at);
        at.fill(
                        "Six digits that the app shows",
                        app.digitsAt(product.bean(Clock.class).instant()))
                .press("Use this app");
        at.press("I have kept them").isAt("May we see your doors?");
        at.reads("Which site?").readsNoMore("Nothing was connected.");
    }
}
