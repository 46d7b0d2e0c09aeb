package app.latchkey.packaged;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.e2e.BrowserTest;
import app.latchkey.e2e.Browsers;
import app.latchkey.e2e.Visitor;
import app.latchkey.product.SignInLetter;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import sandbox.http.Calls;
import sandbox.http.Fault;

/** Two processes of the jar on one database, behind one address: what one has begun the other can end, and nothing happens twice. */
@BrowserTest
@TestInstance(Lifecycle.PER_CLASS)
class TwoNodesIT {

    private static final int ROUNDS = 5;
    private static final int BUYERS = 12;
    private static final Duration MAIL_TIME = Duration.ofSeconds(10);

    private final HarbourAtRest house = HarbourAtRest.setUp();
    private final TwoNodes nodes = new TwoNodes(house, house.deployment().withShortLeases());

    @AfterAll
    void stopAll() throws IOException, InterruptedException {
        nodes.close();
        house.close();
    }

    @BeforeEach
    void startWhatWasKilled() throws IOException, InterruptedException {
        nodes.startWhatWasKilled();
        house.partners().resetJournal();
    }

    @Test
    void aCodeAskedForOnOneIsSpentOnTheOther(Browsers browsers) {
        String email = "traveller@nodes.example";
        Visitor asking = browsers.onAPhoneAt(nodes.address(0)).goTo("/sign-in").asksForAMail(email);
        asking.page().waitForURL(url -> url.contains("sent="));
        String page = URI.create(asking.page().url()).getQuery();
        String digits = SignInLetter.read(
                        house.partners().inbox().awaitTo(email, 0, MAIL_TIME).text())
                .digits();
        Visitor elsewhere = browsers.onAPhoneAt(nodes.address(1)).goTo("/sign-in?" + page);
        elsewhere.fill("Six digits", digits).press("Sign in").isSignedIn();
        asking.fill("Six digits", digits).press("Sign in");
        asking.reads("This code was used, is older than 10 minutes");
    }

    @Test
    void aPurchaseReachesSaltoOnceWithBothUp() {
        List<String> buyers = house.buyers("both", BUYERS);
        eventually("all in", () -> house.allIn(buyers));
        assertThat(Deeds.atSalto(house.partners()).doubled()).isEmpty();
    }

    @Test
    void aPurchaseReachesSaltoOnceWhenTheNodeThatServesItIsKilled() throws InterruptedException {
        house.partners()
                .salto()
                .fail("/users", Fault.delay(Duration.ofMillis(150)).always());
        List<String> buyers = house.buyers("orphan", BUYERS);
        eventually("some writes", () -> Deeds.atSalto(house.partners()).count() >= 5);
        nodes.holder().kill();
        house.partners().salto().clearFaults();
        assertThat(house.countIn(buyers)).as("killed in the middle").isLessThan(BUYERS);
        eventually("all in", () -> house.allIn(buyers));
        assertThat(Deeds.atSalto(house.partners()).doubled()).isEmpty();
    }

    /** Salto takes a refresh token that comes twice for theft, and ends the connection. */
    @Test
    void aTokenThatEndedIsRefreshedOnceOverBoth() {
        for (int round = 1; round <= ROUNDS; round++) {
            house.partners().salto().expireAccessTokens();
            int ended = round;
            nodes.both().forEach(node -> node.type(house.harbour().space().toString()));
            eventually(
                    "both have asked",
                    () -> nodes.both().stream()
                            .allMatch(node -> node.output().contains(AskingNode.allAnswered(ended))));
        }
        Calls refreshes = house.partners().calls().to("/connect/token");
        assertThat(refreshes.count()).isEqualTo(ROUNDS);
        assertThat(refreshes.answered(200).count()).isEqualTo(ROUNDS);
    }
}
