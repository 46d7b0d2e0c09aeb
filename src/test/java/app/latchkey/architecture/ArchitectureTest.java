package app.latchkey.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.LatchkeyApplication;
import app.latchkey.architecture.fixture.BeanInATest;
import app.latchkey.architecture.fixture.PublicWireJson;
import app.latchkey.architecture.fixture.ReadsTheClock;
import app.latchkey.architecture.fixture.UsesAFramework;
import app.latchkey.architecture.fixture.UsesVaadin;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Every rule holds for the product, and bites on a class made to break it. */
class ArchitectureTest {

    private static final String ROOT = "app.latchkey";
    private static final String FIXTURE = "app.latchkey.architecture.fixture";
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackagesOf(LatchkeyApplication.class);

    @Test
    void theCoreIsPure() {
        Rules.coreIsPure(ROOT + ".entitlement..", ROOT + ".sync.plan..", ROOT + ".shared..")
                .check(PRODUCT);
        bites(Rules.coreIsPure(FIXTURE), UsesAFramework.class);
    }

    @Test
    void vaadinStaysInPages() {
        Rules.vaadinStaysInPages(ROOT).check(PRODUCT);
        bites(Rules.vaadinStaysInPages(ROOT), UsesVaadin.class);
    }

    @Test
    void timeComesIn() {
        Rules.timeComesIn().check(PRODUCT);
        bites(Rules.timeComesIn(), ReadsTheClock.class);
    }

    @Test
    void nothingCommercialIsUsed() {
        Rules.nothingCommercial().check(PRODUCT);
        bites(Rules.nothingCommercial(), UsesVaadin.class);
    }

    @Test
    void wireRecordsStayInside() {
        Rules.wireRecordsStayInside().allowEmptyShould(true).check(PRODUCT);
        bites(Rules.wireRecordsStayInside(), PublicWireJson.class);
    }

    @Test
    void testsAndSandboxHoldNoBeans() throws URISyntaxException {
        URI compiledTests = ArchitectureTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        JavaClasses tests = new ClassFileImporter()
                .withImportOption(location -> !location.contains("/architecture/fixture/"))
                .importPath(Path.of(compiledTests));
        assertThat(tests).isNotEmpty();
        Rules.noBeansInTests().check(tests);
        bites(Rules.noBeansInTests(), BeanInATest.class);
    }

    private static void bites(ArchRule rule, Class<?> offender) {
        JavaClasses offenders = new ClassFileImporter().importClasses(offender);
        assertThatThrownBy(() -> rule.check(offenders))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(offender.getSimpleName());
    }
}
