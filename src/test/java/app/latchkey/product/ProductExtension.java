package app.latchkey.product;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
        Optional<WithProduct> with = Optional.ofNullable(test.getAnnotation(WithProduct.class));
        boolean own = with.map(WithProduct::own).orElse(false);
        ExtensionContext.Store store = own
                ? classOf(context).getStore(NAMESPACE)
                : context.getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, NAMESPACE);
        return store.computeIfAbsent(
                own ? test : "shared", _ -> RunningProduct.start(settings(with)), RunningProduct.class);
    }

    private static Map<String, String> settings(Optional<WithProduct> with) {
        return with.stream()
                .flatMap(one -> Arrays.stream(one.settings()))
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
    }

    private static ExtensionContext classOf(ExtensionContext context) {
        return context.getTestMethod().isPresent() ? classOf(context.getParent().orElseThrow()) : context;
    }
}
