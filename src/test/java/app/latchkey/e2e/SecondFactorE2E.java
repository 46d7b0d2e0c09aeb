package app.latchkey.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sandbox.mail.Mail;
import sandbox.world.PreparedWorld;

/** Staff run everybody's doors: their mailbox is not enough. */
class SecondFactorE2E {

    private static final Pattern SIX_DIGITS = Pattern.compile("(?m)^(\\d{6})\\s*$");
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
    void theMailAloneOpensNothingOfTheStaffs() {
        List<String> recovery;
        try (Page page = browser.newPage()) {
            page.navigate(product.at("/staff/failures"));
            signInByMail(page);
            heading(page, "Protect your doors");
            Axe.findsNothing(page);
            page.navigate(product.at("/staff"));
            heading(page, "Protect your doors");
            String secret =
                    page.getByText("Type this key").locator("code").innerText().replace(" ", "");
            page.getByLabel("Six digits that the app shows").fill("12");
            button(page, "Use this app").click();
            assertThat(page.getByText("This is not the code. Tries left: 4.")).isVisible();
            page.getByLabel("Six digits that the app shows").fill(code(secret));
            button(page, "Use this app").click();
            heading(page, "Keep these recovery codes");
            Axe.findsNothing(page);
            recovery = page.locator(".lk-codes code").allInnerTexts();
            button(page, "I have kept them").click();
            page.waitForURL("**/staff/failures");
        }
        try (Page page = browser.newContext().newPage()) {
            page.navigate(product.at("/sign-in"));
            signInByMail(page);
            heading(page, "Second step");
            Axe.findsNothing(page);
            page.getByLabel("Code").fill(recovery.getFirst());
            button(page, "Continue").click();
            page.waitForURL("**/staff");
        }
    }

    private static void signInByMail(Page page) {
        int before = product.partners().inbox().all().size();
        page.getByLabel("Your e-mail address").fill(PreparedWorld.STAFF);
        button(page, "Send me a link and a code").click();
        Mail mail = product.partners().inbox().await(arrived -> arrived.number() > before, Duration.ofSeconds(10));
        page.getByLabel("Six digits").fill(digits(mail));
        button(page, "Sign in").click();
    }

    private static String digits(Mail mail) {
        return SIX_DIGITS
                .matcher(mail.text())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no six digits in " + mail));
    }

    private static void heading(Page page, String words) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(words);
    }

    private static Locator button(Page page, String words) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
    }

    private static String code(String secret) {
        TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
        try {
            return codes.generateOneTimePasswordString(
                    new SecretKeySpec(new Base32().decode(secret), codes.getAlgorithm()),
                    product.bean(Clock.class).instant());
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
