package app.latchkey.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitTest {

    @Test
    void readsRequestsAndTheirTime() {
        assertThat(Limit.of("10/100ms, 100/1m,4000/1h,9/2d"))
                .containsExactly(
                        new Limit(10, Duration.ofMillis(100)),
                        new Limit(100, Duration.ofMinutes(1)),
                        new Limit(4_000, Duration.ofHours(1)),
                        new Limit(9, Duration.ofDays(2)));
    }

    @Test
    void neverLetsMoreThroughInAnyStretchThanTheLimitSays() {
        for (Limit limit : Limit.of("10/100ms,100/1m,4000/1h,150000/1d,6/1s")) {
            double most = limit.burst() + limit.perSecond() * limit.window().toMillis() / 1000.0;
            assertThat(most).isLessThanOrEqualTo(limit.requests() + 1e-6);
        }
    }
}
