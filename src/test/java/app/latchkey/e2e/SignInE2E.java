package app.latchkey.e2e;

import app.latchkey.product.WithProduct;
import org.junit.jupiter.api.Test;
import sandbox.world.PreparedWorld;

@WithProduct
@BrowserTest
class SignInE2E {

    @Test
    void aMemberWhoSignedInSeesHisDoorsPage(Browsers browsers) {
        Visitor marta = browsers.onAPhone().signInAs(PreparedWorld.MARTA, "/");
        marta.isAt("Your doors");
        Axe.findsNothing(marta.page());
    }

    @Test
    void anOperatorWhoSignedInSeesHisSpaces(Browsers browsers) {
        Visitor ana = browsers.atADesk().signInAs(PreparedWorld.ANA, "/spaces");
        ana.isAt("Spaces");
        Axe.findsNothing(ana.page());
    }

    @Test
    void theSignInPageKeepsNobodyOut(Browsers browsers) {
        Visitor somebody = browsers.atADesk().goTo("/sign-in");
        somebody.isAt("Sign in");
        Axe.findsNothing(somebody.page());
    }
}
