package app.latchkey.e2e;

import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import sandbox.world.PreparedWorld;

/** Staff run everybody's doors: their mailbox is not enough. */
@WithProduct
@BrowserTest
class SecondFactorE2E {

    private final RunningProduct product;

    SecondFactorE2E(RunningProduct product) {
        this.product = product;
    }

    @Test
    void theMailAloneOpensNothingOfTheStaffs(Browsers browsers) {
        Visitor mia = browsers.atADesk().goTo("/staff/failures");
        signInByMail(mia);
        mia.isAt("Protect your doors");
        Axe.findsNothing(mia.page());
        mia.goTo("/staff").isAt("Protect your doors");
        Authenticator app = Authenticator.typedFrom(mia);
        mia.fill("Six digits that the app shows", "12").press("Use this app");
        mia.reads("This is not the code. Tries left: 4.");
        mia.fill(
                        "Six digits that the app shows",
                        app.digitsAt(product.bean(Clock.class).instant()))
                .press("Use this app");
        mia.isAt("Keep these recovery codes");
        Axe.findsNothing(mia.page());
        List<String> recovery = mia.page().locator(".lk-codes code").allInnerTexts();
        mia.press("I have kept them").page().waitForURL("**/staff/failures");

        Visitor elsewhere = browsers.atADesk().goTo("/sign-in");
        signInByMail(elsewhere);
        elsewhere.isAt("Second step");
        Axe.findsNothing(elsewhere.page());
        elsewhere.fill("Code", recovery.getFirst()).press("Continue");
        elsewhere.page().waitForURL("**/staff");
    }

    private void signInByMail(Visitor visitor) {
        String digits = Mailbox.ask(product, visitor, PreparedWorld.STAFF).digits();
        visitor.fill("Six digits", digits).press("Sign in");
    }
}
