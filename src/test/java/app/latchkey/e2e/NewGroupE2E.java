package app.latchkey.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import sandbox.http.Fault;
import sandbox.nexudus.Nexudus;
import sandbox.world.PreparedWorld;

/** No access group fits what is sold: one is made in Salto with its doors, or the operator reads how. */
@WithProduct(own = true)
@BrowserTest
class NewGroupE2E {

    private static final String CARLA = "carla@newhouse.example";

    private final RunningProduct product;

    NewGroupE2E(RunningProduct product) {
        this.product = product;
    }

    @Test
    void aGroupIsMadeWithItsDoorsOrTheStepsAreShown(Browsers browsers) {
        Nexudus nexudus = product.partners().nexudus();
        long unused = nexudus.addPass(nexudus.location(PreparedWorld.HARBOUR_NORTH), "Weekly ticket", 90);
        Operator carla = new Operator(browsers.atADesk().signInAs(CARLA, "/spaces"));
        carla.createSpace("New House");
        carla.connectSalto(PreparedWorld.HARBOUR_NORTH);
        carla.connectNexudus(PreparedWorld.HARBOUR_NORTH);
        Visitor at = carla.at();

        product.partners().salto().fail("POST .*/access_groups", Fault.status(403));
        asksForAGroup(at);
        at.reads("This login may not change groups in Salto. In Salto, by hand:")
                .reads("Open Access groups, choose Add, type Weekly ticket.")
                .reads("Add these doors: North gate.")
                .reads("Add a time schedule: every day, 00:00 to 23:59.");
        assertThat(at.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open Salto")))
                .hasAttribute("href", "https://app.saltoks.com");
        Axe.findsNothing(at.page());

        asksForAGroup(at);
        at.reads(
                "The access group Weekly ticket is made. It always counts and opens North gate. Its locks know the new schedule within about four minutes.");
        Axe.findsNothing(at.page());
    }

    private static void asksForAGroup(Visitor at) {
        at.press("Create a group for Weekly ticket").reads("It counts every day around the clock.");
        Axe.findsNothing(at.page());
        at.page().getByLabel("Doors it opens").first().click();
        at.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("North gate"))
                .click();
        at.page().keyboard().press("Escape");
        at.press("Create it in Salto");
    }
}
