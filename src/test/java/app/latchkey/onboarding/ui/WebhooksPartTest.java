package app.latchkey.onboarding.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebhooksPartTest {

    @Test
    void saysHowFastTheTestMessageCame() {
        assertThat(words(Optional.of(Duration.ofMillis(412)))).startsWith("Test message arrived after 0.4 s");
    }

    @Test
    void saysThatNoneCameAndWhatThatMeansAndThatItGoesOn() {
        assertThat(words(Optional.empty()))
                .contains("No test message after 30 s. We go on and keep trying.")
                .contains("within 5 minutes instead of seconds");
    }

    private static String words(Optional<Duration> took) {
        return WebhooksPart.tested(took).getElement().getTextRecursively();
    }
}
