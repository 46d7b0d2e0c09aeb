package app.latchkey.e2e;

import app.latchkey.product.WithProduct;
import org.junit.jupiter.api.Test;
import sandbox.world.PreparedWorld;

/** The promise of the product, from an empty account to a member's open door. */
@WithProduct(own = true)
@BrowserTest
class DoorsFollowPurchasesE2E {

    @Test
    void aSpaceIsSetUpAndDoorsOpen(Browsers browsers) {
        Operator ana = new Operator(browsers.atADesk());
        ana.signIn();
        ana.createSpace(PreparedWorld.HARBOUR_HOUSE);
        ana.at().keepPicture("setup-1");
        ana.connectSalto(PreparedWorld.HARBOUR_HOUSE);
        ana.at().keepPicture("setup-2");
        ana.connectNexudus(PreparedWorld.HARBOUR_HOUSE);
        ana.at().keepPicture("setup-3");
        ana.continueWithMatches();
        ana.start("Full: we let people in", "Start full sync");
        ana.at().reads("Flex pass, bought").keepPicture("setup-4");
        Visitor marta = browsers.onAPhone().signInAs(PreparedWorld.MARTA, "/doors");
        marta.reads("Opens for you").keepPicture("doors-member");
    }
}
