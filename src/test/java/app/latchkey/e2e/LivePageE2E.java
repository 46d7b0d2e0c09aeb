package app.latchkey.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.shared.SpaceId;
import app.latchkey.sync.Changes;
import com.microsoft.playwright.Locator;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import sandbox.world.PreparedWorld;

/** A page that is read again and again while somebody uses it takes nothing out of their hands. */
@WithProduct
@BrowserTest
class LivePageE2E {

    private final RunningProduct product;
    private final SpaceId space;

    LivePageE2E(HarbourHouse house, RunningProduct product) {
        this.product = product;
        this.space = house.space().id();
    }

    @Test
    void aPressIsNotLostWhileNewsKeepsComing(Browsers browsers) {
        Visitor ana = browsers.atADesk().signInAs(PreparedWorld.ANA, HarbourHouse.PAGES);
        try (ScheduledExecutorService news = Executors.newSingleThreadScheduledExecutor()) {
            news.scheduleWithFixedDelay(() -> product.bean(Changes.class).tell(space), 0, 20, TimeUnit.MILLISECONDS);
            for (int i = 0; i < 3; i++) {
                ana.press("Pause changes").reads("You paused changes at");
                ana.press("Resume, see what changed").isAt("Runs").goTo(HarbourHouse.PAGES);
            }
        }
    }

    @Test
    void theKeyboardKeepsItsPlaceWhenNewsComes(Browsers browsers) {
        Visitor ana = browsers.atADesk().signInAs(PreparedWorld.ANA, HarbourHouse.PAGES);
        Locator pause = ana.button("Pause changes");
        pause.focus();
        String before = pause.getAttribute("data-offer");
        product.bean(Changes.class).tell(space);
        assertThat(pause).not().hasAttribute("data-offer", before);
        assertThat(pause).isFocused();
    }
}
