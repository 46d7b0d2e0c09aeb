package app.latchkey.sync.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KicksTest {

    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");

    private final Kicks kicks = new Kicks(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void isTakenOnce() {
        assertThat(kicks.take()).as("a node that begins looks at once").isTrue();
        assertThat(kicks.take()).isFalse();
        kicks.now();
        assertThat(kicks.take()).isTrue();
        assertThat(kicks.take()).isFalse();
    }

    @Test
    void waitsForTheEarliestInstant() {
        kicks.take();
        kicks.dueAt(NOW.plusSeconds(60));
        assertThat(kicks.take()).isFalse();
        kicks.dueAt(NOW);
        kicks.dueAt(NOW.plusSeconds(30));
        assertThat(kicks.take()).isTrue();
    }

    @Test
    void wakesWhoeverServesWithoutBeingAsked() {
        AtomicInteger woken = new AtomicInteger();
        kicks.wakes(woken::incrementAndGet);
        kicks.now();
        kicks.dueAt(NOW);
        assertThat(woken)
                .as("what is due later is found by looking at the clock")
                .hasValue(1);
    }
}
