package app.latchkey.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.HarContentPolicy;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Browsers of one test, each of a person who has never been here: closed with the test, and pictured when it failed. */
public final class Browsers implements AutoCloseable {

    private static final double PATIENCE = 30_000;

    private final Supplier<String> product;
    private final Browser browser;
    private final String test;
    private final List<BrowserContext> opened = new ArrayList<>();

    /** @param product where the product of the test that runs is; asked for when a browser goes there */
    Browsers(Supplier<String> product, Browser browser, String test) {
        this.product = product;
        this.browser = browser;
        this.test = test;
    }

    /** A browser on a desk, 1440 px wide. */
    Visitor atADesk() {
        return open(product.get(), new NewContextOptions().setViewportSize(1440, 900));
    }

    /** A browser on a phone, 390 px wide. */
    Visitor onAPhone() {
        return onAPhoneAt(product.get());
    }

    /** A phone of somebody whose product runs in another process. */
    public Visitor onAPhoneAt(URI address) {
        return onAPhoneAt(address.toString());
    }

    /** A browser on a desk for a product in another process. All that it is sent lies in {@code record}, as a HAR, once it is closed. */
    public Visitor recorded(URI address, Path record) {
        return open(
                address.toString(),
                new NewContextOptions()
                        .setViewportSize(1440, 900)
                        .setRecordHarPath(record)
                        .setRecordHarContent(HarContentPolicy.EMBED));
    }

    private Visitor onAPhoneAt(String address) {
        return open(address, new NewContextOptions().setViewportSize(390, 844).setHasTouch(true));
    }

    private Visitor open(String address, NewContextOptions options) {
        // What turns and glows is drawn anew sixty times a second, by the processors that the tests need.
        BrowserContext context = browser.newContext(
                options.setTimezoneId("Europe/Lisbon").setLocale("en-GB").setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(PATIENCE);
        opened.add(context);
        return new Visitor(address, context.newPage());
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
