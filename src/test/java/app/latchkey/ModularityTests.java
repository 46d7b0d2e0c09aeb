package app.latchkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;
import org.springframework.modulith.docs.Documenter;

class ModularityTests {

    private static final Path DECISION = Path.of("src/docs/decisions/0003-what-a-module-may-use.md");
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\| ([\\w, ]*)\\|");

    private final ApplicationModules modules = ApplicationModules.of(LatchkeyApplication.class);

    @Test
    void everyModuleKeepsToWhatItMayUse() {
        modules.verify();
    }

    @Test
    void everyModuleDeclaresWhatTheDecisionSays() throws IOException {
        assertThat(declared()).isEqualTo(decided());
    }

    @Test
    void thePictureShowsNoArrowThatTheDecisionLacks() throws IOException {
        new Documenter(modules).writeModulesAsPlantUml();
        drawn().forEach(this::assertDecided);
    }

    @Test
    void anArrowThatTheDecisionLacksIsFound() {
        assertThatThrownBy(() -> assertDecided("entitlement", Set.of("sync"))).isInstanceOf(AssertionError.class);
    }

    private void assertDecided(String module, Collection<String> used) {
        try {
            assertThat(decided().get(module)).as("what %s may use", module).containsAll(used);
        } catch (IOException unreadable) {
            throw new IllegalStateException("cannot read " + DECISION, unreadable);
        }
    }

    private Map<String, Set<String>> drawn() {
        return modules.stream()
                .collect(Collectors.toMap(
                        module -> module.getIdentifier().toString(),
                        module -> module.getDirectDependencies(modules, DependencyType.values())
                                .uniqueModules()
                                .map(used -> used.getIdentifier().toString())
                                .collect(Collectors.toSet())));
    }

    private Map<String, Set<String>> declared() {
        return modules.stream()
                .collect(Collectors.toMap(
                        module -> module.getIdentifier().toString(),
                        module -> declared(module.getBasePackage().getName())));
    }

    private static Set<String> declared(String packageName) {
        try {
            ApplicationModule module =
                    Class.forName(packageName + ".package-info").getAnnotation(ApplicationModule.class);
            return module == null ? Set.of() : Set.of(module.allowedDependencies());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException("no package-info in " + packageName, missing);
        }
    }

    private static Map<String, Set<String>> decided() throws IOException {
        return ROW.matcher(Files.readString(DECISION))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> words(row.group(2))));
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}
