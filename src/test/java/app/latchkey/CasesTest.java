package app.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Keeps the index of hard cases: which test settles which case. */
class CasesTest {

    private static final IndexPage INDEX = new IndexPage("cases.md");

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

    @Test
    void theIndexIsWhatTheTestsSay() throws IOException {
        INDEX.mustBe(index());
    }

    private static String index() {
        StringBuilder page = new StringBuilder("""
            # Hard cases and the tests that settle them

            Made by `CasesTest` from the annotation `@Case`; not to be edited by hand.

            | # | case | tests |
            |---|---|---|
            """);
        for (int number = 1; number <= CaseNames.ALL.size(); number++) {
            String tests = IndexPage.tests(TESTS.getOrDefault(number, Set.of()));
            page.append("| %d | %s | %s |\n".formatted(number, CaseNames.ALL.get(number - 1), tests));
        }
        return page.toString();
    }

    private static Map<Integer, Set<String>> tests() {
        Map<Integer, Set<String>> tests = new TreeMap<>();
        MarkedTests.each(Case.class, (cases, test) -> {
            for (int number : cases.value()) {
                tests.computeIfAbsent(number, _ -> new TreeSet<>()).add(test);
            }
        });
        return tests;
    }
}
