package app.latchkey.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
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

    private boolean aSecondLater() {
        clock.advance(Duration.ofSeconds(1));
        return true;
    }

    /** Whether it was asked. */
    private boolean fails(String credential) {
        boolean asked = isAsked(credential);
        if (asked) {
            breakers.failed(request(credential), SILENT);
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
