package app.latchkey.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sandbox.mail.Mail;

/** Signing in as people do it: a mail, a link or six digits, and a phone that remembers. */
class SignInE2E {

    private static final Pattern LINK = Pattern.compile("http\\S+/sign-in/link\\S+");
    private static final Pattern CODE = Pattern.compile("(?m)^(\\d{6})\\s*$");
    private static RunningProduct product;
    private static Playwright playwright;
    private static Browser browser;

    private final String ana = "ana-" + UUID.randomUUID() + "@example.com";
    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private Page page;

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

    @BeforeEach
    void openABrowser() {
        context = browser.newContext();
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
    }

    @AfterEach
    void closeIt() {
        context.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void bringsAFirstVisitorFromTheLinkToASpaceOfTheirOwn() {
        askForAMail("/spaces");
        String link = inTheMail(LINK);
        scanAsAMailServerDoes(link);
        String before = session();
        page.navigate(link);
        page.getByRole(AriaRole.BUTTON, named("Sign in as " + ana)).click();
        assertThat(page.getByRole(AriaRole.HEADING, headed("Spaces"))).isVisible();
        assertThat(session()).as("the session's id changes").isNotEqualTo(before);
        page.getByRole(AriaRole.BUTTON, named("Set up your first space")).click();
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Name").setExact(true))
                .fill("Harbour House");
        page.getByRole(AriaRole.BUTTON, named("Create the space")).click();
        page.waitForURL(url -> url.contains("/spaces/harbour-house/setup/salto"));
        page.navigate(product.at("/spaces"));
        assertThat(page.getByText("In set-up 1/4")).isVisible();
        page.navigate(link);
        assertThat(page.getByText("This link was used or is older than 10 minutes.")).isVisible();
    }

    @Test
    void keepsAMembersPhoneSignedInWithoutASession() {
        signInWithTheCode();
        assertThat(cookie("latchkey-device")).isPresent();
        Cookie device = cookie("latchkey-device").orElseThrow();
        assertThat(device.httpOnly).isTrue();
        context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("latchkey"));
        page.navigate(product.at("/devices"));
        assertThat(page.getByText("Linux")).isVisible();
        assertThat(cookie("latchkey-device").orElseThrow().value)
                .as("the token was replaced")
                .isNotEqualTo(device.value);
        page.getByRole(AriaRole.BUTTON, named("Sign out Linux")).click();
        assertThat(page.getByText("No device stays signed in.")).isVisible();
        context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("latchkey"));
        page.navigate(product.at("/devices"));
        page.waitForURL(url -> url.contains("/sign-in"));
    }

    @Test
    void saysHowManyTriesAreLeft() {
        askForAMail("/sign-in");
        String code = inTheMail(CODE);
        typeTheCode(code.equals("000000") ? "000001" : "000000");
        assertThat(page.getByText("These are not the six digits. Tries left: 4.")).isVisible();
        page.reload();
        typeTheCode(code);
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    @Test
    void sendsStrictHeadersAndHidesOtherPagesFromStrangers() {
        Response answer = page.navigate(product.at("/sign-in"));
        String policy = answer.headerValue("content-security-policy");
        assertThat(policy).contains("'nonce-", "'strict-dynamic'", "frame-ancestors 'none'");
        assertThat(policy.substring(policy.indexOf("script-src"), policy.indexOf("style-src")))
                .doesNotContain("unsafe-inline");
        assertThat(answer.headerValue("x-content-type-options")).isEqualTo("nosniff");
        assertThat(answer.headerValue("referrer-policy")).isEqualTo("same-origin");
        assertThat(answer.headerValue("cross-origin-opener-policy")).isEqualTo("same-origin");
        page.navigate(product.at("/spaces/somebodys/customers"));
        page.waitForURL(url -> url.contains("/sign-in"));
    }

    private void signInWithTheCode() {
        askForAMail("/sign-in");
        typeTheCode(inTheMail(CODE));
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    private void askForAMail(String wanted) {
        page.navigate(product.at(wanted));
        page.getByRole(AriaRole.TEXTBOX, named("Your e-mail address")).fill(ana);
        page.getByRole(AriaRole.BUTTON, named("Send me a link and a code")).click();
        assertThat(page.getByText("Look in your mail.")).isVisible();
    }

    private void typeTheCode(String code) {
        page.getByRole(AriaRole.TEXTBOX, named("Six digits")).fill(code);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                .click();
    }

    /** Opens the link without a button being pressed, in a browser of its own. */
    private void scanAsAMailServerDoes(String link) {
        try (BrowserContext scanner = browser.newContext()) {
            Page scanned = scanner.newPage();
            scanned.navigate(link);
            assertThat(scanned.getByRole(AriaRole.BUTTON, named("Sign in as " + ana)))
                    .isVisible();
        }
    }

    private String inTheMail(Pattern wanted) {
        Mail mail = product.partners().inbox().awaitTo(ana, 0, Duration.ofSeconds(10));
        Matcher found = wanted.matcher(mail.text());
        assertThat(found.find()).as(mail.text()).isTrue();
        return found.group(found.groupCount());
    }

    private String session() {
        return cookie("latchkey").orElseThrow().value;
    }

    private Optional<Cookie> cookie(String name) {
        return context.cookies().stream()
                .filter(cookie -> cookie.name.equals(name))
                .findFirst();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions headed(String name) {
        return named(name).setExact(true);
    }
}
