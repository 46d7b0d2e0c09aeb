package app.latchkey.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** A person at a browser: reads what the page says and presses what it offers. */
public final class Visitor {

    private static final Pattern PUSH = Pattern.compile("/VAADIN/push");
    private static final String FOLLOW = """
            address => new Promise((there, never) => {
                window.addEventListener('vaadin-navigated', there, { once: true });
                setTimeout(() => never(new Error('Never came to ' + address)), 30_000);
                const link = document.createElement('a');
                link.href = address;
                document.body.append(link);
                link.click();
                link.remove();
            })
            """;

    private final String product;
    private final Page page;
    private final AtomicInteger unheard = new AtomicInteger();

    /** @param product the address of its first page, without a slash at the end */
    Visitor(String product, Page page) {
        this.product = product;
        this.page = page;
    }

    public Page page() {
        return page;
    }

    /** Types an address of the product. */
    public Visitor goTo(String path) {
        page.navigate(product + path);
        return this;
    }

    /**
     * Follows a link to another page of the product from the one that is shown: nothing is loaded anew, which takes a fifth of the work of
     * {@link #goTo}. A page that is not drawn yet follows none.
     */
    Visitor goOnTo(String path) {
        hasATitle();
        page.evaluate(FOLLOW, path);
        return this;
    }

    /** From now on, what the server sends by itself is lost on the way, and the browser is not told: a channel that died silently. */
    Visitor losesTheNews() {
        page.routeWebSocket(PUSH, channel -> {
            WebSocketRoute server = channel.connectToServer();
            server.onMessage(news -> unheard.incrementAndGet());
        });
        return this;
    }

    /** Before its first page: from now on the time of its browser {@link #passes} when the test says so, beside going on by itself. */
    Visitor withAClockToMove() {
        page.clock().install();
        return this;
    }

    /** So much time passes in its browser at once: what a page does every so often, it does. */
    Visitor passes(Duration time) {
        page.clock().fastForward(time.toMillis());
        return this;
    }

    /** Waits until the browser keeps the page that it shows without a network. */
    Visitor isKeptOnThePhone() {
        page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
        return this;
    }

    /** How often the server sent something by itself that was lost. */
    int unheard() {
        return unheard.get();
    }

    /** Comes in by the sandbox's one-click door. */
    Visitor signInAs(String email, String then) {
        return goTo("/sandbox/sign-in?as=" + encoded(email) + "&to=" + encoded(then));
    }

    /** At the page that asks who comes: has a link and six digits sent. */
    public Visitor asksForAMail(String email) {
        fill("Your e-mail address", email).press("Send me a link and a code");
        return reads("Look in your mail. The link and the six digits work once, for 10 minutes.");
    }

    public Visitor press(String button) {
        button(button).first().click();
        return this;
    }

    /** Presses the first button whose name has this form. */
    Visitor press(Pattern button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
        return this;
    }

    /** Unticks the box whose words are like that. */
    Visitor untick(Pattern words) {
        page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(words))
                .uncheck();
        return this;
    }

    /** Presses the button of the question that is open. */
    Visitor confirm(String button) {
        page.getByRole(AriaRole.ALERTDIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
        return this;
    }

    Visitor follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
        return this;
    }

    /** Opens a field's list and takes one of its options. */
    Visitor choose(String field, String option) {
        Locator box = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(field))
                .first();
        box.click();
        box.pressSequentially(option);
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(option).setExact(true))
                .first()
                .click();
        return this;
    }

    public Visitor fill(String field, String text) {
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(field))
                .first()
                .fill(text);
        return this;
    }

    /** Waits until the page is drawn. */
    public Visitor hasATitle() {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .isVisible();
        return this;
    }

    /** Only who is signed in can sign out. */
    public Visitor isSignedIn() {
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out")))
                .isVisible();
        return this;
    }

    /** Waits until the page's one title reads so. */
    public Visitor isAt(String title) {
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setLevel(1).setName(title)))
                .isVisible();
        return this;
    }

    /** Waits until these words stand somewhere on the page. */
    public Visitor reads(String words) {
        assertThat(page.getByText(words).first()).isVisible();
        return this;
    }

    Visitor reads(Pattern words) {
        assertThat(page.getByText(words).first()).isVisible();
        return this;
    }

    /** Whether these words stand on the page right now. */
    boolean sees(String words) {
        return page.getByText(words).first().isVisible();
    }

    /** Waits until these words stand nowhere on the page. */
    Visitor readsNoMore(String words) {
        assertThat(page.getByText(words)).hasCount(0);
        return this;
    }

    Visitor offersNo(String button) {
        assertThat(button(button)).hasCount(0);
        return this;
    }

    /** Waits until a member's page counts the door among those that open now. */
    Visitor isOpen(String door) {
        assertThat(openDoors().getByText(door).first()).isVisible();
        return this;
    }

    Visitor isShut(String door) {
        assertThat(openDoors().getByText(door)).hasCount(0);
        return this;
    }

    private Locator openDoors() {
        Locator title = page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Opens for you"));
        return page.locator("section").filter(new Locator.FilterOptions().setHas(title));
    }

    /** The session ends, as it does overnight; what the browser keeps for longer stays. */
    Visitor losesItsSession() {
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("latchkey"));
        return this;
    }

    /** Presses every "Sign out" of the list of devices, the last used first. */
    void endsAllDevices() {
        Locator rows = page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("last used"));
        for (int left = rows.count(); left > 0; left--) {
            rows.first().getByRole(AriaRole.BUTTON).click();
            assertThat(rows).hasCount(left - 1);
        }
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Keeps what the page shows, in {@code target/shots}. */
    void keepPicture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "shots", name + ".png"))
                .setFullPage(true));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
