package app.latchkey.e2e;

import static app.latchkey.product.Eventually.eventually;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.latchkey.product.WithProduct;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import sandbox.world.PreparedWorld;

/** A browser without a network says so at once, and goes on by itself when it has one again. */
@WithProduct
@BrowserTest
class NoConnectionE2E {

    private final HarbourHouse house;

    NoConnectionE2E(HarbourHouse house) {
        this.house = house;
    }

    @Test
    void anOperatorsPageSaysThatItIsNoLongerKeptUpToDate(Browsers browsers) {
        eventually("Marta in", () -> house.holds("Flex members", PreparedWorld.MARTA));
        Visitor operator = browsers.atADesk()
                .signInAs(PreparedWorld.ANA, HarbourHouse.PAGES)
                .reads("Changed lately");
        Locator words = operator.page().getByText("No connection. This page shows what was so before");
        assertThat(words).not().isVisible();
        operator.page().context().setOffline(true);
        assertThat(words).isVisible();
        operator.page().context().setOffline(false);
        assertThat(words).not().isVisible();
    }
}
