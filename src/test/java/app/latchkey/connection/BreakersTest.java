package app.latchkey.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sandbox.SandboxClock;

/** One space's trouble is its own; a host is away when several have it. */
class BreakersTest {

    private static final URI HOST = URI.create("https://partner.example/api");
    private static final PartnerFailure SILENT =
            PartnerFailure.of(Partner.SALTO, PartnerFailure.Category.SILENT, "Salto did not answer.");

    private static final int TEN_MINUTES = 600;

    private final SandboxClock clock = new SandboxClock();
    private final Breakers breakers = new Breakers(clock);

    @Test
    void asksForTheOthersWhateverHappensToOne() {
        IntStream.range(0, 100).forEach(call -> fails("salto bad"));
        assertThatThrownBy(() -> breakers.beforeCalling(request("salto bad"))).isInstanceOf(PartnerFailure.class);
        assertThatCode(() -> breakers.beforeCalling(request("salto good"))).doesNotThrowAnyException();
    }

    @Test
    void asksForNobodyWhenItFailsForSeveral() {
        IntStream.range(0, 12).forEach(call -> fails("salto " + call % 3));
        assertThatThrownBy(() -> breakers.beforeCalling(request("salto good"))).isInstanceOf(PartnerFailure.class);
    }

    @Test
    void isLeftAloneMostlyWhileItIsAwayAndAskedAgainWithinAMinute() {
        long untilRest =
                IntStream.range(0, 100).filter(call -> fails("salto one")).count();
        assertThat(untilRest).isLessThanOrEqualTo(20);
        long asked = IntStream.range(0, TEN_MINUTES)
                .filter(second -> aSecondLater() && fails("salto one"))
                .count();
        assertThat(asked).as("of one a second").isLessThanOrEqualTo(TEN_MINUTES / 10);
        long refused = IntStream.range(0, TEN_MINUTES)
                .takeWhile(second -> !(aSecondLater() && answers("salto one")))
                .count();
        assertThat(refused).as("seconds after it is back").isLessThanOrEqualTo(60);
        assertThat(IntStream.range(0, 100)).allMatch(second -> aSecondLater() && answers("salto one"));
    }

    /** Most are left waiting, some are answered. */
    @Test
    void asksForThoseWhomItAnswersHoweverManyItLeavesWaiting() {
        Instant asked = clock.instant();
        clock.advance(Duration.ofSeconds(8));
        assertThat(answers("salto good")).isTrue();
        clock.advance(Duration.ofSeconds(2));
        IntStream.range(0, 300).forEach(call -> failsSince("salto " + call % 24, asked));
        assertThat(answers("salto good")).isTrue();
        assertThat(isAsked("salto 1"))
                .as("who was left waiting again and again")
                .isFalse();
    }

    /** While nobody else asked, it looked as if it were away. */
    @Test
    void isBackForAllAtTheFirstAnswerWhoeverIsStillLeftWaiting() {
        IntStream.range(0, 100).forEach(call -> fails("salto " + call % 24));
        assertThat(isAsked("salto good")).isFalse();
        clock.advance(Duration.ofSeconds(4));
        Instant again = clock.instant();
        assertThat(IntStream.range(24, 48).filter(each -> isAsked("salto " + each)))
                .as("none keeps the others from asking")
                .hasSize(24);
        assertThat(answers("salto good")).isTrue();
        clock.advance(Duration.ofSeconds(10));
        IntStream.range(24, 48).forEach(each -> breakers.failed(request("salto " + each), again, SILENT));
        assertThat(answers("salto good")).isTrue();
    }

    @Test
    void restsAgainAtTheFirstFailureAfterARest() {
        IntStream.range(0, 12).forEach(call -> fails("salto " + call % 3));
        clock.advance(Duration.ofSeconds(4));
        assertThat(fails("salto other")).isTrue();
        assertThat(isAsked("salto good")).isFalse();
        clock.advance(Duration.ofSeconds(4));
        assertThat(isAsked("salto good")).as("it rests longer now").isFalse();
        clock.advance(Duration.ofSeconds(3));
        assertThat(isAsked("salto good")).isTrue();
    }

    private void failsSince(String credential, Instant asked) {
        if (isAsked(credential)) {
            breakers.failed(request(credential), asked, SILENT);
        }
    }

    private boolean aSecondLater() {
        clock.advance(Duration.ofSeconds(1));
        return true;
    }

    /** Whether it was asked. */
    private boolean fails(String credential) {
        boolean asked = isAsked(credential);
        if (asked) {
            breakers.failed(request(credential), clock.instant(), SILENT);
        }
        return asked;
    }

    private boolean answers(String credential) {
        boolean asked = isAsked(credential);
        if (asked) {
            breakers.answered(request(credential));
        }
        return asked;
    }

    private boolean isAsked(String credential) {
        try {
            breakers.beforeCalling(request(credential));
            return true;
        } catch (PartnerFailure resting) {
            return false;
        }
    }

    private static PartnerRequest request(String credential) {
        return PartnerRequest.get(Partner.SALTO, credential, HOST);
    }
}
