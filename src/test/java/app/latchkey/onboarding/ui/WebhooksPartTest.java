package app.latchkey.onboarding.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.nexudus.RefusedCalls;
import app.latchkey.nexudus.TestMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebhooksPartTest {

    @Test
    void saysHowFastTheTestMessageCame() {
        assertThat(words(new TestMessage.Arrived(Duration.ofMillis(412))))
                .startsWith("Test message arrived after 0.4 s");
    }

    @Test
    void saysThatNoneCameAndWhatThatMeansAndThatItGoesOn() {
        assertThat(words(new TestMessage.Unanswered(Duration.ofSeconds(30))))
                .contains("No test message after 30 s. We go on and keep trying.")
                .contains("within 5 minutes instead of seconds");
    }

    @Test
    void saysNothingOfThirtySecondsWhenTheCallFailedAtOnce() {
        assertThat(words(new TestMessage.Unreachable()))
                .contains("Latchkey's own address cannot be reached")
                .doesNotContain("30 s");
        assertThat(words(new TestMessage.Astray()))
                .contains("something else answers")
                .doesNotContain("30 s");
    }

    @Test
    void doesNotTakeOurOwnCallForNexuduss() {
        WebhooksPart.Tried tried = new WebhooksPart.Tried(
                new TestMessage.Arrived(Duration.ofMillis(412)), Optional.of(new RefusedCalls(14, 0, Instant.EPOCH)));
        assertThat(words(tried))
                .contains("Nexudus calls us, but without a signature: 14 calls were refused")
                .contains("LATCHKEY_NEXUDUS_UNSIGNED_HOOKS=hint")
                .contains("look at this");
        assertThat(new RefusedCalls(0, 1, Instant.EPOCH).cause())
                .isEqualTo("Nexudus calls us, but with a wrong signature: 1 call was refused");
        assertThat(new RefusedCalls(2, 1, Instant.EPOCH).cause())
                .isEqualTo("Nexudus calls us, but without a signature or with a wrong one: 3 calls were refused");
    }

    private static String words(TestMessage message) {
        return words(new WebhooksPart.Tried(message, Optional.empty()));
    }

    private static String words(WebhooksPart.Tried tried) {
        return WebhooksPart.tested(tried).getElement().getTextRecursively();
    }
}
