package app.latchkey.onboarding.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.nexudus.TestMessage;
import java.time.Duration;
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

    private static String words(TestMessage message) {
        return WebhooksPart.tested(message).getElement().getTextRecursively();
    }
}
