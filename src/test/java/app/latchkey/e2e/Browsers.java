package app.latchkey.e2e;

import app.latchkey.product.RunningProduct;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Browsers of one test, each of a person who has never been here: closed with the test, and pictured when it failed. */
final class Browsers implements AutoCloseable {

    private static final double PATIENCE = 30_000;

    private final RunningProduct product;
    private final Browser browser;
    private final String test;
    private final List<BrowserContext> opened = new ArrayList<>();

    Browsers(RunningProduct product, Browser browser, String test) {
        this.product = product;
        this.browser = browser;
        this.test = test;
    }

    /** A browser on a desk, 1440 px wide. */
    Visitor atADesk() {
        return open(new NewContextOptions().setViewportSize(1440, 900));
    }

    /** A browser on a phone, 390 px wide. */
    Visitor onAPhone() {
        return open(new NewContextOptions().setViewportSize(390, 844).setHasTouch(true));
    }

    private Visitor open(NewContextOptions options) {
        BrowserContext context =
                browser.newContext(options.setTimezoneId("Europe/Lisbon").setLocale("en-GB"));
        context.setDefaultTimeout(PATIENCE);
        opened.add(context);
        return new Visitor(product, context.newPage());
    }

    /** Keeps what each of the test's pages shows, in {@code target/shots}. */
    void keepPictures() {
        int number = 1;
        for (BrowserContext context : opened) {
            for (Page page : context.pages()) {
                Path picture = Path.of("target", "shots", test + "-" + number++ + ".png");
                page.screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
            }
        }
    }

    @Override
    public void close() {
        opened.forEach(BrowserContext::close);
    }
}
