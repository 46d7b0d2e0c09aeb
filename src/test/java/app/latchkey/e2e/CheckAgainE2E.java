package app.latchkey.e2e;

import app.latchkey.product.WithProduct;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import sandbox.world.PreparedWorld;

/** What the set-up has looked at is looked at again from the space's page. */
@WithProduct
@BrowserTest
class CheckAgainE2E {

    @Test
    void everyCheckOfTheSiteIsShownAgain(HarbourHouse house, Browsers browsers) {
        Visitor at = browsers.atADesk()
                .signInAs(PreparedWorld.ANA, HarbourHouse.PAGES)
                .reads(house.space().name());
        at.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Check the Salto site again"))
                .click();
        at.isAt("May we see your doors?")
                .reads("1 of 1 gateways (IQs) online")
                .reads("Level of the plan “default”: Salto does not say")
                .reads("Remote opening: not set up for this login");
        Axe.findsNothing(at.page());
    }
}
