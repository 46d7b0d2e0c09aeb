package app.latchkey.space;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The product's classes that speak to the database, and what can be asked of them. */
final class Repositories {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("app.latchkey");

    /** A random uuid, and what an array prints as. */
    private static final Pattern NEW = Pattern.compile(
            "\\p{XDigit}{8}-\\p{XDigit}{4}-4\\p{XDigit}{3}-\\p{XDigit}{4}-\\p{XDigit}{12}|\\[B@\\p{XDigit}+");

    private Repositories() {}

    /**
     * Calls everything there is to call, each within what the caller puts around it.
     *
     * @param named the id that every argument names
     * @return by method, what it returned or how it failed, without what is new at every call
     */
    static Map<String, String> called(JdbcClient jdbc, UUID named, Function<Supplier<String>, String> around) {
        AnyValue values = new AnyValue(named).with(JdbcClient.class, jdbc);
        Map<String, String> outcomes = new TreeMap<>();
        for (Class<?> type : inTheirCallersScope()) {
            Object repository = values.all(type)[0];
            for (Method method : methods(type)) {
                Object[] arguments = values.all(method.getGenericParameterTypes());
                String outcome = around.apply(() -> outcome(repository, method, arguments));
                outcomes.put(method.toString(), NEW.matcher(outcome).replaceAll("new"));
            }
        }
        return outcomes;
    }

    private static String outcome(Object repository, Method method, Object... arguments) {
        try {
            return "returned " + method.invoke(repository, arguments);
        } catch (InvocationTargetException failed) {
            return "failed: " + failed.getCause();
        } catch (IllegalAccessException never) {
            throw new IllegalStateException(never);
        }
    }

    /** Those that leave it to their caller in which scope they run. */
    private static List<Class<?>> inTheirCallersScope() {
        return speaking().filter(type -> !takes(type, Scopes.class)).toList();
    }

    private static List<Method> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !Modifier.isPrivate(method.getModifiers())
                        && !Modifier.isStatic(method.getModifiers())
                        && !method.isSynthetic())
                .peek(method -> method.setAccessible(true))
                .sorted(Comparator.comparing(Method::toGenericString))
                .toList();
    }

    private static Stream<Class<?>> speaking() {
        return PRODUCT.stream()
                .sorted(Comparator.comparing(JavaClass::getName))
                .<Class<?>>map(JavaClass::reflect)
                .filter(type -> takes(type, JdbcClient.class));
    }

    private static boolean takes(Class<?> type, Class<?> needed) {
        return Arrays.stream(type.getDeclaredConstructors())
                .map(Constructor::getParameterTypes)
                .flatMap(Arrays::stream)
                .anyMatch(needed::equals);
    }
}
