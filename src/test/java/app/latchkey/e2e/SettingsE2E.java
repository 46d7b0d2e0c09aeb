package app.latchkey.e2e;

import static app.latchkey.product.Eventually.eventually;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.Window;
import app.latchkey.sync.Doorways;
import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sandbox.SandboxClock;
import sandbox.world.PreparedWorld;

/** A rule is changed with its effect in view, and holds from then on. */
@WithProduct(own = true)
@BrowserTest
class SettingsE2E {

    private static final String SETTINGS = HarbourHouse.PAGES + "/settings";

    private static final Duration BOOKED = Duration.ofHours(2);
    private static final Duration AFTER = Duration.ofMinutes(15);

    private final RunningProduct product;
    private final HarbourHouse house;

    SettingsE2E(RunningProduct product, HarbourHouse house) {
        this.product = product;
        this.house = house;
    }

    /** On a morning when nothing is left of what was booked when the world began: a rule moves the end of that as well. */
    @BeforeEach
    void joaoComesToday() {
        SandboxClock clock = house.partners().clock();
        clock.moveTo(clock.instant()
                .atZone(PreparedWorld.LISBON)
                .plusDays(1)
                .with(LocalTime.of(10, 0))
                .toInstant());
        Instant begin = house.books(PreparedWorld.JOAO, "Meeting Room 4", Duration.ofHours(1), BOOKED);
        eventually(
                "his booking read",
                () -> ends(PreparedWorld.JOAO).contains(begin.plus(BOOKED).plus(AFTER)));
    }

    private List<Instant> ends(String email) {
        return product.bean(Doorways.class).of(house.space().id(), new CustomerId(house.customer(email))).stream()
                .flatMap(door -> door.window().flatMap(Window::end).stream())
                .toList();
    }

    @Test
    void aRuleNamesWhomItReachesAndIsKept(Browsers browsers) {
        Visitor ana = browsers.atADesk().signInAs(PreparedWorld.ANA, SETTINGS);
        saves(ana, "25", Pattern.compile("10 more minutes today"));
        ana.goTo(SETTINGS).hasATitle();
        assertThat(after(ana)).hasValue("25");
        ana.goOnTo(HarbourHouse.PAGES + "/audit").reads(Pattern.compile("changed the rules.*minutes after.*25"));
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
