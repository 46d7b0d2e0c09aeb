package app.latchkey.sync.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DebounceTest {

    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");

    private final Debounce debounce = new Debounce();

    @Test
    void readsAMomentAfterTheFirstMessage() {
        assertThat(debounce.heard(NOW)).contains(NOW.plusMillis(300));
    }

    @Test
    void readsOnceForABurst() {
        assertThat(readings(NOW, Duration.ofMillis(1), 250)).hasSize(1);
    }

    @Test
    void readsEveryFiveSecondsWhileItDoesNotEnd() {
        List<Instant> readings = readings(NOW, Duration.ofMillis(100), 600);
        assertThat(readings).hasSize(13);
        assertThat(readings).startsWith(NOW.plusMillis(300), NOW.plusMillis(5_300), NOW.plusMillis(10_300));
    }

    @Test
    void seesTheLastOneOfABurstToo() {
        List<Instant> readings = readings(NOW, Duration.ofMillis(100), 20);
        assertThat(readings.getLast()).isAfter(NOW.plusMillis(19 * 100));
    }

    @Test
    void readsAtOnceAgainAfterARest() {
        debounce.heard(NOW);
        Instant later = NOW.plusSeconds(60);
        assertThat(debounce.heard(later)).contains(later.plusMillis(300));
    }

    @Test
    void isNotSilencedByAClockThatWasPutBack() {
        debounce.heard(NOW);
        Instant earlier = NOW.minus(Duration.ofDays(1));
        assertThat(debounce.heard(earlier)).contains(earlier.plusMillis(300));
    }

    private List<Instant> readings(Instant first, Duration apart, int messages) {
        return IntStream.range(0, messages)
                .mapToObj(number -> debounce.heard(first.plus(apart.multipliedBy(number))))
                .flatMap(Optional::stream)
                .toList();
    }
}
