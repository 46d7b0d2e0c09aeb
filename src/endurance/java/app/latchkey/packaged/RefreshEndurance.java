package app.latchkey.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import sandbox.http.Calls;
import sandbox.http.Fault;

/** Salto's tokens end again and again under many threads of two processes, and processes are killed between the new token and its record. */
class RefreshEndurance {

    private static final int EXPIRIES = Integer.getInteger("endurance.expiries", 500);
    private static final int KILLS = 10;
    private static final String TOKENS = "/connect/token";
    private static final Duration WHILE = Duration.ofSeconds(20);

    private final HarbourAtRest house = HarbourAtRest.setUp();

    /** Salto takes a refresh token that comes twice for theft, and ends the connection. */
    @Test
    void asksForANewTokenOnceWheneverOneEnds() throws Exception {
        try (house;
                TwoNodes nodes = new TwoNodes(house, house.deployment())) {
            for (int round = 1; round <= EXPIRIES; round++) {
                house.partners().resetJournal();
                house.partners().salto().expireAccessTokens();
                String answered = AskingNode.allAnswered(round);
                nodes.both().forEach(node -> node.type(house.harbour().space().toString()));
                RealTime.until(() ->
                        nodes.both().stream().allMatch(node -> node.output().contains(answered)));
                Calls refreshes = house.partners().calls().to(TOKENS);
                assertThat(refreshes.count()).as("expiry %d", round).isEqualTo(1);
                assertThat(refreshes.answered(200).count()).isEqualTo(1);
            }
        }
    }

    /** The token that is kept is spent, and its successor went down with the process: only a person can help, and is asked at once. */
    @RepeatedTest(KILLS)
    void asksForASignInOnceWhenANewTokenWentDownWithTheProcess() throws Exception {
        try (house) {
            Crowd crowd = Crowd.in(house);
            house.makeDue();
            Deployment deployment = house.deployment().withShortLeases();
            AtomicReference<JarProcess> first = new AtomicReference<>(deployment.start());
            RealTime.until(crowd::isSettled);

            house.partners().resetJournal();
            house.partners().salto().fail(TOKENS, Fault.rewritten(answer -> {
                killed(first.get());
                return answer;
            }));
            house.partners().salto().expireAccessTokens();
            house.makeDue();
            RealTime.until(() -> !first.get().isRunning());
            first.get().close();
            RealTime.until(() -> tokenCalls() == 1);
            assertThat(house.saltoNeedsASignIn()).isFalse();

            try (JarProcess second = deployment.start()) {
                RealTime.until(house::saltoNeedsASignIn);
                house.makeDue();
                RealTime.passes(WHILE);
                assertThat(tokenCalls()).as("one lost, one refused").isEqualTo(2);
                assertThat(crowd.isRight()).isTrue();
                assertThat(second.isRunning()).isTrue();
            }
        }
    }

    private long tokenCalls() {
        return house.partners().calls().to(TOKENS).count();
    }

    private static void killed(JarProcess process) {
        try {
            process.kill();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while a process was killed", stopped);
        }
    }
}
