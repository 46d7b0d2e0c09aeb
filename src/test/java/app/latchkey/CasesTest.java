package app.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Keeps the index of hard cases: which test settles which case. */
class CasesTest {

    private static final Path INDEX = Path.of("src", "docs", "cases.md");

    private static final Map<Integer, Set<String>> TESTS = tests();

    @Test
    void everyCaseHasATest() {
        Set<Integer> open = IntStream.rangeClosed(1, CaseNames.ALL.size())
                .boxed()
                .filter(number -> !TESTS.containsKey(number))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(open)
                .as("cases without a test, besides those that wait for their part of the product")
                .isSubsetOf(CaseNames.WAITING);
        assertThat(TESTS.keySet()).allMatch(number -> number >= 1 && number <= CaseNames.ALL.size());
    }

    /** Writes the index anew where it is not what the tests say: look at it, and commit it. */
    @Test
    void theIndexIsWhatTheTestsSay() throws IOException {
        String fresh = index();
        String committed = Files.exists(INDEX) ? Files.readString(INDEX) : "";
        if (!committed.equals(fresh)) {
            Files.writeString(INDEX, fresh);
        }
        assertThat(committed)
                .as("%s was stale; it has been written anew", INDEX)
                .isEqualTo(fresh);
    }

    private static String index() {
        StringBuilder page = new StringBuilder("""
            # Hard cases and the tests that settle them

            Made by `CasesTest` from the annotation `@Case`; not to be edited by hand.

            | # | case | tests |
            |---|---|---|
            """);
        for (int number = 1; number <= CaseNames.ALL.size(); number++) {
            String tests =
                    TESTS.getOrDefault(number, Set.of("(not yet)")).stream().collect(Collectors.joining("<br>"));
            page.append("| %d | %s | %s |%n".formatted(number, CaseNames.ALL.get(number - 1), tests));
        }
        return page.toString().replace("\r", "");
    }

    private static Map<Integer, Set<String>> tests() {
        Map<Integer, Set<String>> tests = new TreeMap<>();
        new ClassFileImporter()
                .importPackages("app.latchkey", "sandbox").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Case.class))
                        .forEach(method -> numbers(method)
                                .forEach(number -> tests.computeIfAbsent(number, _ -> new TreeSet<>())
                                        .add("`%s.%s`"
                                                .formatted(method.getOwner().getSimpleName(), method.getName()))));
        return tests;
    }

    private static List<Integer> numbers(JavaMethod method) {
        return IntStream.of(method.getAnnotationOfType(Case.class).value())
                .boxed()
                .toList();
    }
}
