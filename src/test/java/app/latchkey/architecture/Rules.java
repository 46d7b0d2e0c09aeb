package app.latchkey.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** The rules of the house that the compiler and the modules do not say. */
final class Rules {

    private static final String[] FRAMEWORKS = {
        "org.springframework.(beans|boot|context|core|dao|http|jdbc|security|stereotype|transaction|web)..",
        "com.vaadin..",
        "org.jobrunr..",
        "java.sql..",
        "javax.sql..",
        "java.net.http..",
        "tools.jackson..",
        "com.fasterxml.."
    };
    private static final Set<String> COMMERCIAL = Set.of(
            "com.vaadin.flow.component.dashboard",
            "com.vaadin.flow.component.board",
            "com.vaadin.flow.component.charts",
            "com.vaadin.flow.component.gridpro",
            "com.vaadin.flow.component.crud",
            "com.vaadin.flow.component.map",
            "com.vaadin.flow.component.richtexteditor",
            "com.vaadin.flow.component.spreadsheet");

    private Rules() {}

    static ArchRule coreIsPure(String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FRAMEWORKS)
                .because("what decides about doors is a function of values");
    }

    static ArchRule vaadinStaysInPages(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(root, root + "..ui..", root + ".look..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.vaadin..")
                .because("services decide, pages show");
    }

    static ArchRule timeComesIn() {
        return noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe("reads the clock inline", Rules::readsTheClock))
                .because("time is a Clock or an Instant that comes in, so that tests and the sandbox can move it");
    }

    static ArchRule nothingCommercial() {
        return noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe("are commercial Vaadin parts", Rules::isCommercial))
                .because("they need a licence that this product does not have");
    }

    static ArchRule wireRecordsStayInside() {
        return classes()
                .that()
                .resideInAPackage("..wire..")
                .or()
                .haveSimpleNameEndingWith("Json")
                .should()
                .notBePublic()
                .because("a partner's words stop at its package");
    }

    static ArchRule noBeansInTests() {
        return noClasses()
                .that()
                .areNotAnnotatedWith("org.springframework.context.annotation.Configuration")
                .should()
                .beMetaAnnotatedWith("org.springframework.stereotype.Component")
                .orShould()
                .beAnnotatedWith("com.vaadin.flow.router.Route")
                .because("scans of the product would find them");
    }

    private static boolean readsTheClock(JavaMethodCall call) {
        boolean noArguments = call.getTarget().getRawParameterTypes().isEmpty();
        String owner = call.getTargetOwner().getName();
        return noArguments
                && (owner.startsWith("java.time.") && call.getName().equals("now")
                        || owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis"));
    }

    private static boolean isCommercial(JavaClass type) {
        return COMMERCIAL.stream().anyMatch(type.getPackageName()::startsWith);
    }
}
