package app.latchkey.e2e;

import app.latchkey.product.ProductExtension;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One Chromium for the whole run, and fresh {@link Browsers} in it for each test. */
final class BrowserExtension implements ParameterResolver, AfterEachCallback {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(BrowserExtension.class);
    private static final double PATIENCE = 30_000;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browsers.class;
    }

    @Override
    public Browsers resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Browser browser = context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent("chromium", _ -> RunningChromium.start(), RunningChromium.class)
                .browser();
        return context.getStore(NAMESPACE)
                .computeIfAbsent(
                        "browsers",
                        _ -> new Browsers(ProductExtension.productOf(context), browser, name(context)),
                        Browsers.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Browsers used = context.getStore(NAMESPACE).get("browsers", Browsers.class);
        if (used != null && context.getExecutionException().isPresent()) {
            used.keepPictures();
        }
    }

    private static String name(ExtensionContext context) {
        return context.getRequiredTestClass().getSimpleName() + "-"
                + context.getRequiredTestMethod().getName();
    }

    private record RunningChromium(Playwright playwright, Browser browser) implements AutoCloseable {

        static RunningChromium start() {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
            Playwright playwright = Chromium.playwright();
            return new RunningChromium(playwright, Chromium.launch(playwright));
        }

        @Override
        public void close() {
            playwright.close();
        }
    }
}
