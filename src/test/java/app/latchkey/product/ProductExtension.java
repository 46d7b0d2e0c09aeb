package app.latchkey.product;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts products when they are first asked for; the store that holds one closes it. */
public final class ProductExtension implements ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(ProductExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningProduct.class;
    }

    @Override
    public RunningProduct resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return productOf(context);
    }

    /** The product of the test that runs, for extensions that build on it. */
    public static RunningProduct productOf(ExtensionContext context) {
        Class<?> test = context.getRequiredTestClass();
        boolean own = Optional.ofNullable(test.getAnnotation(WithProduct.class))
                .map(WithProduct::own)
                .orElse(false);
        ExtensionContext.Store store = own
                ? classOf(context).getStore(NAMESPACE)
                : context.getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, NAMESPACE);
        return store.computeIfAbsent(own ? test : "shared", _ -> RunningProduct.start(), RunningProduct.class);
    }

    private static ExtensionContext classOf(ExtensionContext context) {
        return context.getTestMethod().isPresent() ? classOf(context.getParent().orElseThrow()) : context;
    }
}
