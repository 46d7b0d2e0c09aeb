package app.latchkey;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.annotation.Annotation;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The tests that carry an annotation, by the name that an index gives them. */
final class MarkedTests {

    /** Read once for all who ask in this process. */
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages("app.latchkey", "sandbox");

    private MarkedTests() {}

    /** {@code found} hears of each annotation, also of several at one test. */
    static <A extends Annotation> void each(Class<A> type, BiConsumer<A, String> found) {
        CLASSES.stream()
                .flatMap(owner -> owner.getMethods().stream())
                .filter(method -> method.getOwner().getSource().isPresent())
                .filter(method -> method.getAnnotations().stream()
                        .anyMatch(
                                annotation -> annotation.getRawType().getName().startsWith(type.getName())))
                .forEach(method -> Stream.of(method.reflect().getAnnotationsByType(type))
                        .forEach(annotation -> found.accept(
                                annotation,
                                "`%s.%s`".formatted(method.getOwner().getSimpleName(), method.getName()))));
    }
}
