package app.latchkey.e2e;

import static app.latchkey.product.Eventually.eventually;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.product.WithProduct;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import sandbox.world.PreparedWorld;

/** Whoever has no mouse can go everywhere and do everything: skip what repeats, see where they are, leave every dialog. */
@WithProduct
@BrowserTest
class KeyboardE2E {

    private static final String GIVE = "Give access until…";
    private static final String LOCKED = "I'm at a locked door";
    private static final String SKIP = "A Skip to content";
    private static final int MOST_STEPS = 80;

    private static final String HERE = """
            () => {
              let at = document.activeElement;
              while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
              const place = at.getBoundingClientRect();
              const ring = element => parseFloat(getComputedStyle(element).outlineWidth) > 0
                && getComputedStyle(element).outlineStyle !== 'none';
              const host = at.getRootNode().host ?? at;
              const marked = ring(at) || (at.parentElement !== null && ring(at.parentElement)) || ring(host) || host.closest('[focus-ring],[focused]') !== null;
              const seen = place.width > 0 && place.bottom > 0 && place.top < innerHeight;
              const name = (at.getAttribute('aria-label') ?? at.textContent).trim().replace(/\\s+/g, ' ').slice(0, 40) || at.id || at.tagName;
              return [at === document.body ? '' : at.tagName + ' ' + name, marked ? 'marked' : 'not marked', seen ? 'in view' : 'out of view'].join('\\t');
            }
            """;

    private final HarbourHouse house;

    KeyboardE2E(HarbourHouse house) {
        this.house = house;
    }

    @Test
    void everyPageIsWalkedWithTheTabKey(Browsers browsers) {
        Visitor ana = browsers.atADesk().signInAs(PreparedWorld.ANA, HarbourHouse.PAGES);
        for (String below : List.of("", "/customers", "/runs", "/matches", "/doors", "/settings", "/audit")) {
            ana.goTo(HarbourHouse.PAGES + below).hasATitle();
            skipsToTheContent(ana.page());
            walks(ana.page());
        }
        ana.goTo(HarbourHouse.PAGES).hasATitle().page().keyboard().press("Tab");
        ana.page().keyboard().press("Tab");
        walks(ana.page());
        Visitor staff =
                browsers.atADesk().signInAs(PreparedWorld.STAFF, "/staff").isAt("Board");
        skipsToTheContent(staff.page());
        walks(staff.page());
        Visitor member =
                browsers.onAPhone().signInAs(PreparedWorld.MARTA, "/doors").reads(LOCKED);
        walks(member.page());
    }

    @Test
    void aDialogKeepsTheFocusAndGivesItBack(Browsers browsers) {
        Visitor ana = browsers.atADesk()
                .signInAs(PreparedWorld.ANA, HarbourHouse.PAGES + "/customers/" + house.customer(PreparedWorld.AISHA));
        opensAndLeaves(ana.page(), ana.button(GIVE));
        Visitor member = browsers.onAPhone().signInAs(PreparedWorld.MARTA, "/doors");
        opensAndLeaves(member.page(), member.button(LOCKED));
    }

    @Test
    void aChoiceIsMadeWithTheArrowKeys(Browsers browsers) {
        Visitor ana = browsers.atADesk().signInAs(PreparedWorld.ANA, HarbourHouse.PAGES + "/settings");
        Locator full = ana.page().getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Full:"));
        Locator grants = ana.page().getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Grants only:"));
        full.focus();
        assertThat(full).isChecked();
        ana.page().keyboard().press("ArrowUp");
        assertThat(grants).isChecked();
        assertThat(grants).isFocused();
    }

    private static void skipsToTheContent(Page page) {
        page.keyboard().press("Tab");
        Locator skip = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Skip to content"));
        assertThat(skip).isFocused();
        assertThat(skip).isInViewport();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(page.locator("main :focus")).hasCount(1);
    }

    /** To the end of the page: every step is marked and in view, and nothing is reached out of its order. */
    private static void walks(Page page) {
        assertThat(page.locator("[tabindex]:not([tabindex='0']):not([tabindex^='-'])"))
                .hasCount(0);
        String before = "";
        for (int step = 0; step < MOST_STEPS; step++) {
            String here = here(page);
            if (here.startsWith("\t") || here.startsWith(SKIP)) {
                return;
            }
            eventually(
                    "%s, reached after %s at %s".formatted(here, before, page.url()),
                    () -> here(page).endsWith("\tmarked\tin view"));
            before = here;
            page.keyboard().press("Tab");
        }
    }

    private static String here(Page page) {
        return String.valueOf(page.evaluate(HERE));
    }

    private static boolean isInADialog(Page page) {
        return (Boolean) page.evaluate("() => document.activeElement.closest('vaadin-dialog') !== null");
    }

    private static void opensAndLeaves(Page page, Locator button) {
        button.focus();
        page.keyboard().press("Enter");
        Locator dialog = page.locator("vaadin-dialog[opened]");
        assertThat(dialog).hasCount(1);
        eventually("the dialog takes the focus", () -> isInADialog(page));
        for (int step = 0; step < 12; step++) {
            page.keyboard().press("Tab");
            assertThat(isInADialog(page))
                    .as("inside the dialog after %d steps", step)
                    .isTrue();
        }
        page.keyboard().press("Escape");
        assertThat(dialog).hasCount(0);
        assertThat(button).isFocused();
    }
}
