package app.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.space.Assumption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sandbox.scenario.Trap;

/** Keeps the index of what is known of both partners: which test proves which fact, and which setting stands for what nobody knows. */
class FactsTest {

    private static final IndexPage INDEX = new IndexPage("partners.md");
    private static final Path HANDBOOK = Path.of("src", "docs", "handbook", "running.md");
    private static final Path RULES = Path.of("src", "docs", "handbook", "operating.md");

    /** A2 before A10. */
    private static final Comparator<String> BY_NUMBER = Comparator.comparing((String id) -> id.charAt(0))
            .thenComparingInt(id -> number(id, 0))
            .thenComparingInt(id -> number(id, 1));

    private static final Map<String, Fact> FACTS = new TreeMap<>(BY_NUMBER);
    private static final Map<String, Set<String>> TESTS = new TreeMap<>(BY_NUMBER);
    private static final Map<Trap, Set<String>> SURVIVORS = new EnumMap<>(Trap.class);

    static {
        MarkedTests.each(Survives.class, (survives, test) -> {
            for (Trap trap : survives.value()) {
                SURVIVORS.computeIfAbsent(trap, _ -> new TreeSet<>()).add(test);
            }
        });
        MarkedTests.each(Fact.class, (fact, test) -> {
            Fact before = FACTS.putIfAbsent(fact.value(), fact);
            if (before != null && !before.says().equals(fact.says())) {
                throw new IllegalStateException("Fact " + fact.value() + " says two things");
            }
            TESTS.computeIfAbsent(fact.value(), _ -> new TreeSet<>()).add(test);
        });
    }

    private static int number(String id, int part) {
        return Integer.parseInt(id.substring(1).split("\\.", -1)[part]);
    }

    @Test
    void everyAssumptionStandsForSomethingUnknownThatATestTriesBothWays() {
        Set<Assumption> proven = FACTS.values().stream()
                .flatMap(fact -> Stream.of(fact.setting()))
                .collect(Collectors.toSet());
        assertThat(proven).containsExactlyInAnyOrder(Assumption.values());
    }

    @Test
    void everyTrapHasATestThatSurvivesIt() {
        assertThat(SURVIVORS.keySet()).containsExactlyInAnyOrder(Trap.values());
    }

    @Test
    void theIndexIsWhatTheTestsSay() throws IOException {
        INDEX.mustBe("""
            # What is known of both partners, and the tests that prove it

            Made by `FactsTest` from the annotation `@Fact`; not to be edited by hand. *Seen* was read in a source or measured, *inferred* follows from
            that. What is unknown is in the last table: with the setting or the space's rule that decides, or with none where the client copes either way.

            ## Salto KS

            %s
            ## Nexudus

            %s
            ## Unknown

            | # | what | setting | unless set | on first contact | tests |
            |---|---|---|---|---|---|
            %s
            ## Traps

            Each can be set in the sandbox, from its console or from a test.

            | # | trap | tests |
            |---|---|---|
            %s""".formatted(known('A'), known('B'), unknown(), traps()));
    }

    private static String known(char partner) {
        String head = "| # | known | fact | tests |\n|---|---|---|---|\n";
        return head
                + rows(fact -> fact.sure() != Fact.Sure.UNKNOWN && fact.value().charAt(0) == partner)
                        .map(fact -> "| %s | %s | %s | %s |\n"
                                .formatted(
                                        fact.value(),
                                        fact.sure().name().toLowerCase(Locale.ROOT),
                                        fact.says(),
                                        tests(fact)))
                        .collect(Collectors.joining());
    }

    private static String unknown() throws IOException {
        List<String> handbook = Files.readAllLines(HANDBOOK);
        List<String> rules = Files.readAllLines(RULES);
        return rows(fact -> fact.sure() == Fact.Sure.UNKNOWN)
                .map(fact -> "| %s | %s | %s | %s |\n"
                        .formatted(fact.value(), fact.says(), setting(fact, handbook, rules), tests(fact)))
                .collect(Collectors.joining());
    }

    private static String traps() {
        return Stream.of(Trap.values())
                .map(trap -> "| %d | %s | %s |\n"
                        .formatted(
                                trap.number(), trap.title(), IndexPage.tests(SURVIVORS.getOrDefault(trap, Set.of()))))
                .collect(Collectors.joining());
    }

    private static String setting(Fact fact, List<String> handbook, List<String> rules) {
        if (!fact.rule().isEmpty()) {
            return "a rule of each space: %s | %s | ".formatted(fact.rule(), cells(rules, fact.rule())[2].strip());
        }
        return fact.setting().length == 0
                ? "none | either way works | "
                : row(handbook, "`" + fact.setting()[0].variable() + "`");
    }

    /** The handbook is where an integrator reads: its words are taken over, without what the setting decides. */
    private static String row(List<String> handbook, String variable) {
        String[] cells = cells(handbook, variable);
        return "%s | %s | %s".formatted(variable, cells[2].strip(), cells[4].strip());
    }

    private static String[] cells(List<String> handbook, String first) {
        return handbook.stream()
                .filter(line -> line.startsWith("| " + first + " |"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The handbook does not explain " + first))
                .split("\\|", -1);
    }

    private static Stream<Fact> rows(Predicate<Fact> wanted) {
        return FACTS.values().stream().filter(wanted);
    }

    private static String tests(Fact fact) {
        return IndexPage.tests(TESTS.getOrDefault(fact.value(), Set.of()));
    }
}
