package app.latchkey.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sandbox.world.PreparedWorld;

class SignInE2E {

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
    void aMemberWhoSignedInSeesHisDoorsPage() {
        try (Page page = browser.newPage()) {
            page.navigate(product.at("/sandbox/sign-in?as=" + PreparedWorld.MARTA));
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .isVisible();
            page.screenshot(new Page.ScreenshotOptions().setPath(java.nio.file.Path.of("target/shots/doors.png")));
            Axe.findsNothing(page);
        }
    }

    @Test
    void anOperatorWhoSignedInSeesHisSpaces() {
        try (Page page = browser.newPage()) {
            page.navigate(product.at("/sandbox/sign-in?as=" + PreparedWorld.ANA));
            page.navigate(product.at("/spaces"));
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .isVisible();
            page.screenshot(new Page.ScreenshotOptions().setPath(java.nio.file.Path.of("target/shots/spaces.png")));
            Axe.findsNothing(page);
        }
    }

    @Test
    void theSignInPageKeepsNobodyOut() {
        try (Page page = browser.newPage()) {
            page.navigate(product.at("/sign-in"));
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .isVisible();
            page.screenshot(new Page.ScreenshotOptions().setPath(java.nio.file.Path.of("target/shots/sign-in.png")));
            Axe.findsNothing(page);
        }
    }
}
