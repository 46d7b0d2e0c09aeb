package app.latchkey.e2e;

import app.latchkey.product.WithProduct;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import sandbox.world.PreparedWorld;

/** What goes wrong on the way through the set-up is said in its own words, and the way goes on. */
@WithProduct
@BrowserTest
class SetupTroubleE2E {

    private static final String CARLA = "carla@newhouse.example";

    @Test
    void aDeniedConsentAndAWrongPasswordAreSaidAndMended(Browsers browsers) {
        Operator carla = new Operator(browsers.atADesk().signInAs(CARLA, "/spaces"));
        carla.createSpace("New House");
        carla.at().press("Sign in to Salto").press("Deny");
        carla.at().reads("Salto says you chose not to allow it. Nothing was connected.");
        carla.connectSalto(PreparedWorld.HARBOUR_NORTH);
        carla.at().isAt("May we see what people buy?");
        Page page = carla.at().page();
        page.getByLabel("E-mail of the Nexudus user").first().fill(PreparedWorld.INTEGRATION);
        carla.at().fill("Password", "not the password").press("Connect Nexudus");
        carla.at().reads("Nexudus does not know this e-mail and password. Check both; we have not kept them.");
        page.reload();
        carla.connectNexudus(PreparedWorld.HARBOUR_NORTH);
    }
}
