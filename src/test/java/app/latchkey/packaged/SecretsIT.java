package app.latchkey.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.e2e.BrowserTest;
import app.latchkey.e2e.Browsers;
import app.latchkey.product.FreePort;
import app.latchkey.space.TestDatabase;
import app.latchkey.sync.work.DrainJob;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sandbox.partners.Partners;
import sandbox.postgres.EmbeddedDatabase;
import sandbox.salto.Salto;
import sandbox.world.PreparedWorld;

/**
 * A space is set up, somebody buys, both partners fail and repeat in their errors what we sent them, people sign in: afterwards none of the
 * secrets that went through the process stands in its log, in any table, or in anything that a browser was sent.
 */
@BrowserTest
class SecretsIT {

    private final String planted = "planted" + UUID.randomUUID().toString().replace("-", "");
    private final String keyBytes = UUID.randomUUID().toString().replace("-", "");
    private final String key = Base64.getEncoder().encodeToString(keyBytes.getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path directory;

    @Test
    void stayWhereTheyBelong(Browsers browsers) throws Exception {
        TestDatabase database = TestDatabase.fresh();
        URI url = URI.create("http://localhost:" + FreePort.find());
        try (Partners partners = Partners.start();
                JarProcess jar = new Deployment(partners, database.jdbcUrl(), url, talkative()).start()) {
            RecordedWalk walk = new RecordedWalk(browsers, partners, url, directory, planted);
            List<Place> pages = Stream.of(walk.setUpAndFailures(), walk.staff(), walk.member())
                    .flatMap(List::stream)
                    .toList();
            List<Place> closed = new ArrayList<>(tables(database));
            closed.add(new Place("log", jar.output()));
            assertThat(found(secrets(walk, partners), Stream.concat(closed.stream(), pages.stream())))
                    .isEmpty();
            assertThat(found(walk.shownOnce(), closed.stream())).isEmpty();
            seesWhatWasPlanted(closed, pages);
        }
    }

    /** The log at its most talkative; its lines bear the application's name, which is ours to choose. */
    private Map<String, String> talkative() {
        return Map.of(
                "LOGGING_LEVEL_APP_LATCHKEY",
                "DEBUG",
                "SPRING_APPLICATION_NAME",
                planted,
                "LATCHKEY_ENCRYPTION_KEYS",
                "canary:" + key);
    }

    private List<String> secrets(RecordedWalk walk, Partners partners) {
        List<String> ofTheDeployment = List.of(
                PreparedWorld.PASSWORD,
                Salto.CLIENT_SECRET,
                EmbeddedDatabase.APP_PASSWORD,
                EmbeddedDatabase.OWNER_PASSWORD,
                key,
                keyBytes);
        return Stream.of(
                        walk.secrets(),
                        partners.salto().issued(),
                        partners.nexudus().issued(),
                        partners.nexudus().hookSecrets(),
                        hookNames(partners),
                        ofTheDeployment)
                .peek(some -> assertThat(some).isNotEmpty())
                .flatMap(List::stream)
                .toList();
    }

    /** The random last part of each address that Nexudus calls. */
    private static List<String> hookNames(Partners partners) {
        return partners.nexudus().deliveries().stream()
                .map(delivery -> URI.create(delivery.url()).getPath())
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .distinct()
                .toList();
    }

    /** With a table of our own beside the product's, for the columns in which it keeps no such text. */
    private List<Place> tables(TestDatabase database) throws SQLException {
        try (Connection superuser = TestDatabase.server().superuser(database.name())) {
            superuser.createStatement().execute("""
                    create schema elsewhere;
                    create table elsewhere.bytes as select convert_to('%1$s', 'UTF8') as bytes;
                    create table elsewhere.document as select jsonb_build_object('in', array['%1$s']) as content;
                    """.formatted(planted));
            return Place.tables(superuser);
        }
    }

    private void seesWhatWasPlanted(List<Place> closed, List<Place> pages) {
        assertThat(found(List.of(planted), closed.stream()))
                .contains(
                        planted + " in log",
                        planted + " in public.space",
                        planted + " in elsewhere.bytes",
                        planted + " in elsewhere.document");
        assertThat(found(List.of(planted), pages.stream())).isNotEmpty();
        assertThat(found(List.of(DrainJob.class.getName()), closed.stream()))
                .anyMatch(hit -> hit.endsWith(" in jobs.jobrunr_jobs"));
    }

    private static List<String> found(List<String> secrets, Stream<Place> places) {
        Map<String, Traces> traces = new LinkedHashMap<>();
        secrets.forEach(secret -> traces.put(secret, Traces.of(secret)));
        return places.flatMap(place -> traces.entrySet().stream()
                        .filter(secret -> secret.getValue().areIn(place.text()))
                        .map(secret -> secret.getKey() + " in " + place.name()))
                .distinct()
                .toList();
    }
}
