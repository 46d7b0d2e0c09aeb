package app.latchkey.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sandbox.world.PreparedWorld;

/** The promise of the product, from an empty account to a member's open door. */
class DoorsFollowPurchasesE2E {

    private static RunningProduct product;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() {
        product = RunningProduct.start();
        playwright = Chromium.playwright();
        browser = Chromium.launch(playwright);
    }

    @AfterAll
    static void stop() {
        playwright.close();
        product.close();
    }

    @Test
    void aSpaceIsSetUpAndDoorsOpen() {
        try (BrowserContext desk = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900));
                Page page = desk.newPage()) {
            Operator ana = new Operator(product, page);
            try {
                ana.signIn();
                ana.createSpace(PreparedWorld.HARBOUR_HOUSE);
                Axe.findsNothing(page);
                page.setViewportSize(1440, 900);
                ana.keepPicture("setup-1");
                ana.connectSalto(PreparedWorld.HARBOUR_HOUSE);
                ana.keepPicture("setup-2");
                ana.connectNexudus(PreparedWorld.HARBOUR_HOUSE);
                ana.heading("Which purchase opens which doors?");
                ana.keepPicture("setup-3");
                ana.continueWithMatches();
                ana.keepPicture("setup-4");
                ana.start("Full: we let people in", "Start full sync");
                assertThat(page.getByText("Flex pass, bought").first())
                        .isVisible(new IsVisibleOptions().setTimeout(30_000));
            } finally {
                ana.keepPicture("setup-last");
            }
            memberSeesOpenDoors();
        }
    }

    private static void memberSeesOpenDoors() {
        try (BrowserContext phone = browser.newContext(new Browser.NewContextOptions().setViewportSize(390, 844));
                Page page = phone.newPage()) {
            page.navigate(product.at("/sandbox/sign-in?as=" + PreparedWorld.MARTA + "&to=/doors"));
            try {
                assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Opens for you")))
                        .isVisible(new IsVisibleOptions().setTimeout(30_000));
            } finally {
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(java.nio.file.Path.of("target/shots/doors-member.png"))
                        .setFullPage(true));
            }
        }
    }
}
