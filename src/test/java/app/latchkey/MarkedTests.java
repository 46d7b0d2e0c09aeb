package app.latchkey;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The tests that carry an annotation, by the name that an index gives them. */
final class MarkedTests {

    private static final String COMPILED = ".class";

    private MarkedTests() {}

    /** {@code found} hears of each annotation, also of several at one test. */
    static <A extends Annotation> void each(Class<A> type, BiConsumer<A, String> found) {
        Path root = root();
        try (Stream<Path> files = Files.walk(root)) {
            files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(COMPILED))
                    .map(MarkedTests::load)
                    .flatMap(owner -> Stream.of(owner.getDeclaredMethods()))
                    .forEach(method -> Stream.of(method.getAnnotationsByType(type))
                            .forEach(annotation -> found.accept(
                                    annotation,
                                    "`%s.%s`"
                                            .formatted(
                                                    method.getDeclaringClass().getSimpleName(), method.getName()))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path root() {
        try {
            return Path.of(MarkedTests.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException noPath) {
            throw new IllegalStateException(noPath);
        }
    }

    /** Runs nothing of it. */
    private static Class<?> load(String file) {
        String name = file.substring(0, file.length() - COMPILED.length()).replace(File.separatorChar, '.');
        try {
            return Class.forName(name, false, MarkedTests.class.getClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
