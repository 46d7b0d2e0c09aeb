package app.latchkey.salto;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.Fact;
import app.latchkey.connection.AccessTokens;
import app.latchkey.connection.Connections;
import app.latchkey.connection.Partner;
import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerFailure.Category;
import app.latchkey.connection.PartnerWorld;
import app.latchkey.connection.State;
import app.latchkey.shared.AccountId;
import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import sandbox.http.Fault;
import sandbox.world.PreparedWorld;

class SaltoConsentIT {

    private static final int EXPIRIES = Integer.getInteger("refresh.expiries", 8);

    private final PartnerWorld world = PartnerWorld.prepared();
    private final PartnerWorld.Node node = world.node();
    private final SpaceId space = PartnerWorld.aSpace();

    @AfterEach
    void close() {
        world.close();
    }

    private URI begin() {
        return node.get(SaltoKs.class).beginConsent(space, SaltoSignIn.OPERATOR);
    }

    private State state() {
        return node.get(Connections.class).state(space, Partner.SALTO);
    }

    @Fact(
            value = "A2.8",
            says =
                    "A person allows on Salto's own page: a code with PKCE, and `offline_access` for a token that can be renewed")
    @Test
    void connectsTheSpaceWithWhomeverAllows() {
        URI asked = begin();
        assertThat(asked.toString())
                .startsWith(world.partners().saltoIdentityUrl() + "/connect/authorize?")
                .contains("code_challenge_method=S256", "offline_access")
                .doesNotContain("sandbox-client-secret");
        SaltoSignIn.connect(world, node, space);
        assertThat(node.get(Connections.class).of(space, Partner.SALTO))
                .hasValueSatisfying(
                        connection -> assertThat(connection.account()).contains(PreparedWorld.ANA));
        assertThat(state()).isEqualTo(State.CONNECTED);
    }

    @Test
    void canBeFinishedOnAnotherNode() {
        URI back = world.partners().salto().allow(begin(), PreparedWorld.ANA);
        PartnerWorld.Node other = world.node();
        assertThat(SaltoSignIn.finish(other, SaltoSignIn.query(back), SaltoSignIn.OPERATOR)
                        .ending())
                .isEqualTo(Consent.Ending.OK);
    }

    @Test
    void takesNoForAnAnswer() {
        String state = SaltoSignIn.query(begin()).get("state");
        Consent.Finished finished =
                SaltoSignIn.finish(node, Map.of("state", state, "error", "access_denied"), SaltoSignIn.OPERATOR);
        assertThat(finished).isEqualTo(new Consent.Finished(Optional.of(space), Consent.Ending.DENIED));
        assertThat(state()).isEqualTo(State.ABSENT);
    }

    @Test
    void saysThatSaltoDidNotAnswerAndThatItDoesNotKnowUs() {
        Map<String, String> back = SaltoSignIn.query(world.partners().salto().allow(begin(), PreparedWorld.ANA));
        world.partners().salto().fail("/connect/token", Fault.status(500).times(9));
        assertThat(SaltoSignIn.finish(node, back, SaltoSignIn.OPERATOR))
                .isEqualTo(new Consent.Finished(Optional.of(space), Consent.Ending.SILENT));
        world.partners().salto().clearFaults();

        PartnerWorld.Node stranger = world.node(Map.of("latchkey.salto.client-id", "somebody-else"));
        Map<String, String> known = SaltoSignIn.query(world.partners().salto().allow(begin(), PreparedWorld.ANA));
        assertThat(SaltoSignIn.finish(stranger, known, SaltoSignIn.OPERATOR))
                .isEqualTo(new Consent.Finished(Optional.of(space), Consent.Ending.MISCONFIGURED));
        assertThat(state()).isEqualTo(State.ABSENT);
    }

    @Test
    void isFinishedOnceByWhoeverBeganItAndInTime() {
        Map<String, String> back = SaltoSignIn.query(world.partners().salto().allow(begin(), PreparedWorld.ANA));
        assertThat(SaltoSignIn.finish(node, back, SaltoSignIn.OPERATOR).ending())
                .isEqualTo(Consent.Ending.OK);
        assertThat(SaltoSignIn.finish(node, back, SaltoSignIn.OPERATOR).ending())
                .isEqualTo(Consent.Ending.FAILED);

        Map<String, String> stolen = SaltoSignIn.query(world.partners().salto().allow(begin(), PreparedWorld.ANA));
        assertThat(SaltoSignIn.finish(node, stolen, new AccountId(UUID.randomUUID()))
                        .space())
                .isEmpty();

        Map<String, String> late = SaltoSignIn.query(world.partners().salto().allow(begin(), PreparedWorld.ANA));
        world.partners().clock().advance(Duration.ofMinutes(11));
        assertThat(SaltoSignIn.finish(node, late, SaltoSignIn.OPERATOR))
                .isEqualTo(new Consent.Finished(Optional.of(space), Consent.Ending.FAILED));
    }

    /** {@code -Drefresh.expiries=500} for long. */
    @Test
    void refreshesOnceEachTimeForAHundredThreadsOnTwoNodes() throws Exception {
        SaltoSignIn.connect(world, node, space);
        PartnerWorld.Node other = world.node();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int expiry = 0; expiry < EXPIRIES; expiry++) {
                world.partners().clock().advance(Duration.ofMinutes(50));
                long before = tokenCalls();
                var running = IntStream.range(0, 100)
                        .mapToObj(i -> threads.submit(() -> (i % 2 == 0 ? node : other)
                                .get(AccessTokens.class)
                                .current(space, Partner.SALTO)))
                        .toList();
                Set<String> tokens = new HashSet<>();
                for (var each : running) {
                    tokens.add(each.get().reveal());
                }
                assertThat(tokenCalls() - before).isEqualTo(1);
                assertThat(tokens).hasSize(1);
            }
        }
        assertThat(state()).isEqualTo(State.CONNECTED);
        assertThat(node.deaths()).isEmpty();
    }

    @Test
    void saysAtOnceThatSomebodyHasToSignInWhenTheNewTokenWasLostOnItsWay() {
        SaltoSignIn.connect(world, node, space);
        world.partners().clock().advance(Duration.ofMinutes(61));
        world.partners().salto().fail("/connect/token", Fault.lostAnswer());
        long before = tokenCalls();
        assertThat(failure(() -> node.get(SaltoKs.class).sites(space)).category())
                .isEqualTo(Category.SILENT);
        for (int again = 0; again < 5; again++) {
            assertThat(failure(() -> node.get(SaltoKs.class).sites(space)).category())
                    .isEqualTo(Category.NEEDS_SIGN_IN);
        }
        assertThat(tokenCalls() - before).as("one lost, one refused").isEqualTo(2);
        assertThat(state()).isEqualTo(State.NEEDS_SIGN_IN);
        assertThat(node.deaths()).hasSize(1);
    }

    private long tokenCalls() {
        return world.partners().salto().calls().to("/connect/token").count();
    }

    @Test
    void refreshesAndRepeatsEachTimeThatSaltoDoesNotAcceptTheToken() {
        SaltoSignIn.connect(world, node, space);
        for (int again = 0; again < 3; again++) {
            world.partners().salto().expireAccessTokens();
            assertThat(node.get(SaltoKs.class).sites(space)).isNotEmpty();
        }
    }

    /** A virtual machine that is laid to rest, say, and woken an hour later. */
    @Test
    void repeatsOnceMoreWhereTheNewTokenRanOutWhileTheMachineStoodStill() throws Exception {
        SaltoSignIn.connect(world, node, space);
        AccessTokens tokens = node.get(AccessTokens.class);
        Secret before = tokens.current(space, Partner.SALTO);
        world.partners().salto().expireAccessTokens();
        world.partners()
                .salto()
                .fail("/sites", Fault.delay(Duration.ofSeconds(1)).times(2));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sites = threads.submit(() -> node.get(SaltoKs.class).sites(space));
            eventually(
                    "the new token", () -> !tokens.current(space, Partner.SALTO).equals(before));
            world.partners().clock().advance(Duration.ofMinutes(61));
            assertThat(sites.get()).isNotEmpty();
        }
        assertThat(state()).isEqualTo(State.CONNECTED);
    }

    /** What was issued before it stood still may be stored after it. */
    @Test
    void countsTheLifeOfATokenFromBeforeItAskedForIt() {
        SaltoSignIn.connect(world, node, space);
        world.partners().salto().expireAccessTokens();
        world.partners().salto().fail("/connect/token", Fault.rewritten(issued -> {
            world.partners().clock().advance(Duration.ofMinutes(61));
            return issued;
        }));
        assertThat(node.get(SaltoKs.class).sites(space)).isNotEmpty();
        assertThat(state()).isEqualTo(State.CONNECTED);
    }

    /** Then it is not our access that is wrong: whoever had to sign in again for it could not mend it. */
    @Fact(
            value = "A2.13",
            sure = Fact.Sure.UNKNOWN,
            says =
                    "What it means when a token is refused that was renewed a moment ago: the connection and its tokens stay, and it counts as trouble of Salto's own")
    @Test
    void keepsTheConnectionAndItsTokensWhereSaltoAcceptsNone() {
        SaltoSignIn.connect(world, node, space);
        world.partners().salto().fail("/sites", Fault.status(401).always());
        long before = tokenCalls();
        for (int again = 0; again < 5; again++) {
            assertThat(failure(() -> node.get(SaltoKs.class).sites(space)).category())
                    .isEqualTo(Category.SILENT);
        }
        assertThat(tokenCalls() - before).isEqualTo(1);
        assertThat(state()).isEqualTo(State.CONNECTED);
        world.partners().salto().clearFaults();
        assertThat(node.get(SaltoKs.class).sites(space)).isNotEmpty();
        assertThat(node.deaths()).isEmpty();
    }

    @Test
    void goesOnWithTheOldTokenWhenAnEarlyRefreshFails() {
        SaltoSignIn.connect(world, node, space);
        world.partners().clock().advance(Duration.ofMinutes(50));
        world.partners().salto().fail("/connect/token", Fault.status(500));
        assertThat(node.get(SaltoKs.class).sites(space)).isNotEmpty();
        assertThat(state()).isEqualTo(State.CONNECTED);
    }

    @Fact(
            value = "A2.11",
            sure = Fact.Sure.UNKNOWN,
            says =
                    "How long a refresh token lasts: when Salto answers `invalid_grant`, somebody has to sign in again, is told so once, and the connection goes on after that")
    @Test
    void saysOnceThatSomebodyHasToSignInAgain() {
        SaltoSignIn.connect(world, node, space);
        world.partners().salto().revokeConsents();
        for (int again = 0; again < 3; again++) {
            assertThat(failure(() -> node.get(SaltoKs.class).sites(space)).category())
                    .isEqualTo(Category.NEEDS_SIGN_IN);
        }
        assertThat(state()).isEqualTo(State.NEEDS_SIGN_IN);
        assertThat(node.deaths()).hasSize(1);
        SaltoSignIn.connect(world, node, space);
        assertThat(state()).isEqualTo(State.CONNECTED);
    }

    @Test
    void showsStaffHowTheConnectionStandsAndNothingElseOfIt() {
        assertThat(asStaff("select state from connection_standing")).isEmpty();
        SaltoSignIn.connect(world, node, space);
        assertThat(asStaff("select state from connection_standing")).containsExactly("CONNECTED");
        Connections connections = node.get(Connections.class);
        connections.silent(space, Partner.SALTO);
        assertThat(asStaff("select state from connection_standing")).containsExactly("PARTNER_SILENT");
        connections.heard(space, Partner.SALTO);
        connections.needsSignIn(space, Partner.SALTO, "consent withdrawn");
        assertThat(asStaff("select state from connection_standing")).containsExactly("NEEDS_SIGN_IN");
        connections.disconnect(space, Partner.SALTO);
        assertThat(asStaff("select state from connection_standing")).isEmpty();
        assertThatThrownBy(() -> asStaff("select access_token::text from connection"))
                .isInstanceOf(DataAccessException.class);
    }

    private List<String> asStaff(String query) {
        return node.scopes()
                .inStaff(() -> node.get(JdbcClient.class)
                        .sql(query)
                        .query(String.class)
                        .list());
    }

    static PartnerFailure failure(Runnable call) {
        try {
            call.run();
        } catch (PartnerFailure failure) {
            return failure;
        }
        throw new AssertionError("No failure");
    }

    @Test
    void keepsNoTokenInTheOpen() {
        SaltoSignIn.connect(world, node, space);
        List<String> stored = node.scopes()
                .inSpace(
                        space,
                        () -> node.get(org.springframework.jdbc.core.simple.JdbcClient.class)
                                .sql(
                                        "select encode(access_token, 'escape') || encode(refresh_token, 'escape') from connection")
                                .query(String.class)
                                .list());
        String token =
                node.get(AccessTokens.class).current(space, Partner.SALTO).reveal();
        assertThat(stored).hasSize(1).noneMatch(text -> text.contains(token.substring(0, 20)));
    }
}
