package app.latchkey.e2e;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.product.WithProduct;
import org.junit.jupiter.api.Test;
import sandbox.world.PreparedWorld;

/** The channel by which a page is told of news can die without a sign: then the page asks by itself, for each of the three audiences. */
@WithProduct
@BrowserTest
class PushAwayE2E {

    private static final String BUYER = "hugo.martins@pixelpao.example";
    private static final String FLEX = "Flex members";

    private final HarbourHouse house;

    PushAwayE2E(HarbourHouse house) {
        this.house = house;
    }

    @Test
    void aPageThatIsToldNothingAsks(Browsers browsers) {
        Visitor member = browsers.onAPhone().losesTheNews().signInAs(BUYER, "/doors");
        Visitor operator = browsers.atADesk().losesTheNews().signInAs(PreparedWorld.ANA, HarbourHouse.PAGES);
        Visitor staff = browsers.atADesk().losesTheNews().signInAs(PreparedWorld.STAFF, "/staff");
        member.reads("Nothing opens for you today.");
        operator.reads("Changed lately").readsNoMore("Hugo Martins can open");
        staff.reads("Harbour House").readsNoMore("Paused");

        house.buys(BUYER, "Flex pass");
        eventually("in the group", () -> house.holds(FLEX, BUYER));
        member.reads("Until you accept, the app opens nothing.");
        operator.reads("Hugo Martins can open");
        assertThat(member.unheard()).as("what the member's page was told").isPositive();
        assertThat(operator.unheard()).as("what the operator's page was told").isPositive();

        operator.press("Pause changes").reads("Paused by you");
        staff.reads("Paused");
        operator.press("Resume, see what changed").isAt("Runs");
    }
}
