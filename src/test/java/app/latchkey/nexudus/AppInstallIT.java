package app.latchkey.nexudus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.Fact;
import app.latchkey.Fact.Sure;
import app.latchkey.connection.Connection;
import app.latchkey.connection.Connections;
import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.connection.PartnerWorld;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Assumption;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import sandbox.nexudus.Marketplace;
import sandbox.world.PreparedWorld;

/** Our app in Nexudus's marketplace: its install is a login without a password, for whoever installed it and once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppInstallIT {

    private static final URI ADDRESS = URI.create("https://latchkey.example/connect/nexudus/install");

    private final PartnerWorld world = PartnerWorld.prepared();
    private final PartnerWorld.Node node = world.node();
    private final AppInstalls installs = node.get(AppInstalls.class);
    private final Nexudus nexudus = node.get(Nexudus.class);
    private final Marketplace marketplace = world.partners().nexudus().marketplace();
    private SpaceId space = PartnerWorld.aSpace();

    @BeforeEach
    void anotherSpace() {
        space = PartnerWorld.aSpace();
    }

    @AfterAll
    void close() {
        world.close();
    }

    private Map<String, String> install() {
        return query(marketplace.install(ADDRESS, PreparedWorld.ANA));
    }

    private static Map<String, String> query(URI address) {
        return Arrays.stream(address.getRawQuery().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static InstallLink link(Map<String, String> query) {
        return new InstallLink(
                part(query, "a"),
                part(query, "t"),
                part(query, "d"),
                part(query, "h"),
                part(query, "b"),
                part(query, "e"));
    }

    private static String part(Map<String, String> query, String name) {
        return Objects.requireNonNull(query.get(name), name);
    }

    @Fact(
            value = "B2.10",
            says =
                    "An app's install address is signed with MD5 over its sorted token, key and time; from the token follows the app's password for HTTP Basic")
    @Test
    void connectsASpaceAsTheAppAndReadsWithIt() {
        String id = installs.take(link(install())).orElseThrow();
        assertThat(installs.waiting(id)).map(AppInstalls.Waiting::email).contains(PreparedWorld.ANA);
        assertThat(installs.connect(space, id)).isTrue();
        assertThat(nexudus.locations(space)).isNotEmpty();
        assertThat(node.get(Connections.class).of(space, Partner.NEXUDUS))
                .flatMap(Connection::account)
                .contains("app at harbourhouse");
        assertThat(installs.waiting(id)).as("used").isEmpty();
        assertThat(installs.connect(PartnerWorld.aSpace(), id)).isFalse();
    }

    @Test
    void goesOnWithNothingThatWasReadUnderAnotherLogin() {
        PageRows pages = node.get(PageRows.class);
        Instant now = world.partners().clock().instant();
        node.scopes().inSpace(space, () -> pages.put("spaces/coworkers?page=1", "{}", now));
        installs.connect(space, installs.take(link(install())).orElseThrow());
        assertThat(node.scopes().inSpace(space, pages::begunAt)).isEmpty();
    }

    @Test
    void takesALinkOnce() {
        InstallLink link = link(install());
        assertThat(installs.take(link)).isPresent();
        assertThat(installs.take(link)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "t", "d", "h"})
    void takesNoLinkInWhichAnythingSignedWasChanged(String part) {
        Map<String, String> query = install();
        query.computeIfPresent(part, (name, value) -> changed(value));
        assertThat(installs.take(link(query))).isEmpty();
        query.put(part, "");
        assertThat(installs.take(link(query))).isEmpty();
    }

    private static String changed(String value) {
        char last = value.charAt(value.length() - 1);
        return value.substring(0, value.length() - 1) + (last == '0' ? '1' : '0');
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "t", "h", "b", "e"})
    void takesNoLinkThatIsFarTooLong(String part) {
        Map<String, String> query = install();
        query.put(part, "x".repeat(301));
        assertThat(installs.take(link(query))).isEmpty();
    }

    @Test
    void takesTheSignatureInCapitalsToo() {
        Map<String, String> query = install();
        query.put("h", part(query, "h").toUpperCase(Locale.ROOT));
        assertThat(installs.take(link(query))).isPresent();
    }

    @Test
    void keepsNoNameThatTheDatabaseCannotHold() {
        Map<String, String> query = install();
        query.put("b", "harbour\0house");
        assertThat(installs.take(link(query)).flatMap(installs::waiting))
                .map(AppInstalls.Waiting::location)
                .contains("harbourhouse");
    }

    @Test
    void takesNoOldLinkInWhateverFormItsTimeIs() {
        for (UnaryOperator<String> form : FORMS) {
            assertThat(installs.take(link(at(Duration.ofMinutes(9), form)))).isPresent();
            assertThat(installs.take(link(at(Duration.ofMinutes(11), form)))).isEmpty();
            assertThat(installs.take(link(at(Duration.ofMinutes(-11), form)))).isEmpty();
        }
    }

    private static final List<UnaryOperator<String>> FORMS = List.of(
            iso -> iso,
            iso -> iso.replace("Z", ""),
            iso -> iso.replace("Z", "").replace('T', ' '),
            iso -> String.valueOf(Instant.parse(iso).getEpochSecond()),
            iso -> String.valueOf(Instant.parse(iso).toEpochMilli()),
            iso -> String.valueOf(Instant.parse(iso).toEpochMilli() * 10_000 + 621_355_968_000_000_000L));

    private Map<String, String> at(Duration ago, UnaryOperator<String> form) {
        Instant then = world.partners().clock().instant().minus(ago).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        return query(marketplace.install(ADDRESS, PreparedWorld.ANA, form.apply(then.toString())));
    }

    @Fact(
            value = "B2.11",
            sure = Sure.UNKNOWN,
            says = "In which form an install says when it was",
            setting = Assumption.NEXUDUS_UNDATED_INSTALLS)
    @Test
    void takesALinkWhoseAgeNobodyKnowsOnlyWhereTheDeploymentSaysSo() {
        InstallLink undated = link(query(marketplace.install(ADDRESS, PreparedWorld.ANA, "yesterday, or so")));
        assertThat(installs.take(undated)).isEmpty();
        AppInstalls trusting = world.node(Map.of(Assumption.NEXUDUS_UNDATED_INSTALLS.property(), "take"))
                .get(AppInstalls.class);
        assertThat(trusting.take(undated)).isPresent();
    }

    @Fact(
            value = "B2.12",
            sure = Sure.UNKNOWN,
            says = "Whether tokens can be had everywhere; HTTP Basic with user name and password works as well",
            setting = Assumption.NEXUDUS_LOGIN)
    @Test
    void signsInAtEveryRequestWhereTheDeploymentSaysSo() {
        Nexudus basic =
                world.node(Map.of(Assumption.NEXUDUS_LOGIN.property(), "basic")).get(Nexudus.class);
        assertThatThrownBy(() -> basic.connect(space, PreparedWorld.ANA, Secret.of("wrong"), Optional.empty()))
                .isInstanceOfSatisfying(
                        PartnerFailure.class,
                        failure -> assertThat(failure.is(Category.WRONG_LOGIN)).isTrue());
        basic.connect(space, PreparedWorld.ANA, Secret.of(PreparedWorld.PASSWORD), Optional.empty());
        assertThat(basic.locations(space)).isNotEmpty();
        assertThat(world.partners().calls().to("/api/token").all()).isEmpty();
    }

    @Test
    void waitsHalfAnHourForSomebodyToSayForWhichSpaceItIs() {
        String id = installs.take(link(install())).orElseThrow();
        world.partners().clock().advance(Duration.ofMinutes(29));
        assertThat(installs.waiting(id)).isPresent();
        world.partners().clock().advance(Duration.ofMinutes(2));
        assertThat(installs.waiting(id)).isEmpty();
        assertThat(installs.connect(space, id)).isFalse();
    }

    @Test
    void saysOnceThatTheAppWasTakenOut() {
        installs.connect(space, installs.take(link(install())).orElseThrow());
        marketplace.uninstall();
        for (int time = 0; time < 3; time++) {
            assertThatThrownBy(() -> nexudus.locations(space))
                    .isInstanceOfSatisfying(
                            PartnerFailure.class,
                            failure -> assertThat(failure.is(Category.NEEDS_SIGN_IN))
                                    .isTrue());
        }
        assertThat(node.deaths()).hasSize(1);
    }

    @Test
    void looksOnceADayWhetherTheAppIsStillThere() {
        installs.connect(space, installs.take(link(install())).orElseThrow());
        world.partners().clock().advance(Duration.ofDays(3));
        assertThat(nexudus.locations(space)).isNotEmpty();
    }

    @Test
    void keepsWhatGrantsAnythingSealedOrHashed() {
        Map<String, String> query = install();
        assertThat(installs.take(link(query))).isPresent();
        List<String> rows = node.scopes()
                .inSystem(() ->
                        node.get(JdbcClient.class).sql("""
                        select encode(token_hash, 'escape') || encode(credential, 'escape') from nexudus_install
                        where credential is not null
                        """).query(String.class).list());
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(
                        row -> assertThat(row).doesNotContain(part(query, "t")).doesNotContain(Marketplace.APP_KEY));
    }

    @Test
    void takesNothingWhereTheDeploymentHasNoApp() {
        AppInstalls none = world.node(Map.of("latchkey.nexudus.app-key", "", "latchkey.nexudus.app-secret", ""))
                .get(AppInstalls.class);
        assertThat(none.isOffered()).isFalse();
        assertThat(none.take(link(install()))).isEmpty();
    }
}
