package app.latchkey.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.latchkey.product.WithProduct;
import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import sandbox.world.PreparedWorld;

/** A rule is changed with its effect in view, and holds from then on. */
@WithProduct
@BrowserTest
class SettingsE2E {

    private static final String SETTINGS = HarbourHouse.PAGES + "/settings";

    private final HarbourHouse house;

    SettingsE2E(HarbourHouse house) {
        this.house = house;
    }

    @Test
    void aRuleNamesWhomItReachesAndIsKept(Browsers browsers) {
        Visitor ana = browsers.atADesk().signInAs(PreparedWorld.ANA, SETTINGS);
        saves(ana, "25", Pattern.compile("10 more minutes today"));
        ana.goTo(SETTINGS).hasATitle();
        assertThat(after(ana)).hasValue("25");
        ana.goTo(HarbourHouse.PAGES + "/audit").reads(Pattern.compile("changed the rules.*minutes after.*25"));
        ana.goTo(SETTINGS).hasATitle();
        saves(ana, "15", Pattern.compile("10 fewer minutes today"));
    }

    private void saves(Visitor ana, String minutes, Pattern effect) {
        after(ana).fill(minutes);
        after(ana).press("Tab");
        ana.reads(effect).press("Show the names");
        assertThat(ana.page()
                        .locator("a[href$='/customers/" + house.customer(PreparedWorld.JOAO) + "']")
                        .first())
                .isVisible();
        ana.press("Save the rules").reads("Saved. The next run follows the new rules.");
    }

    private static Locator after(Visitor ana) {
        return ana.page().getByLabel("Minutes after a booking");
    }
}
