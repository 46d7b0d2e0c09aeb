package app.latchkey.e2e;

import app.latchkey.product.ProductExtension;
import app.latchkey.product.RunningProduct;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One Chromium for the whole run, and fresh {@link Browsers} in it for each test. */
final class BrowserExtension implements ParameterResolver, AfterEachCallback {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(BrowserExtension.class);
    /** Longer than a page waits before it asks by itself. */
    private static final double PATIENCE = 45_000;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return List.of(Browsers.class, HarbourHouse.class)
                .contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browsers.class ? browsers(context) : harbourHouse(context);
    }

    private static Browsers browsers(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .computeIfAbsent(
                        context.getUniqueId(),
                        _ -> new Browsers(
                                () -> ProductExtension.productOf(context).at(""), chromium(context), name(context)),
                        Browsers.class);
    }

    private static HarbourHouse harbourHouse(ExtensionContext context) {
        RunningProduct product = ProductExtension.productOf(context);
        return ofTheRun(context)
                .computeIfAbsent(product, _ -> HarbourHouse.setUp(product, browsers(context)), HarbourHouse.class);
    }

    private static Browser chromium(ExtensionContext context) {
        return ofTheRun(context)
                .computeIfAbsent("chromium", _ -> RunningChromium.start(), RunningChromium.class)
                .browser();
    }

    /** A root context ends with each class, because Maven's forks ask for one class at a time. */
    private static ExtensionContext.Store ofTheRun(ExtensionContext context) {
        return context.getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, NAMESPACE);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Browsers used = context.getStore(NAMESPACE).get(context.getUniqueId(), Browsers.class);
        if (used != null && context.getExecutionException().isPresent()) {
            used.keepPictures();
        }
    }

    private static String name(ExtensionContext context) {
        return context.getRequiredTestClass().getSimpleName() + "-"
                + context.getTestMethod().map(Method::getName).orElse("start");
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
