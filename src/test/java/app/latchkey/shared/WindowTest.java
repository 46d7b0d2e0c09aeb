package app.latchkey.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowTest {

    private static final Instant NOON = Instant.parse("2026-05-08T12:00:00Z");

    private static Window hours(int from, int until) {
        return Window.between(NOON.plus(Duration.ofHours(from)), NOON.plus(Duration.ofHours(until)));
    }

    @Test
    void containsItsBeginningAndNotItsEnd() {
        Window window = hours(0, 1);
        assertThat(window.contains(NOON)).isTrue();
        assertThat(window.contains(NOON.plus(Duration.ofHours(1)))).isFalse();
        assertThat(window.isOver(NOON.plus(Duration.ofHours(1)))).isTrue();
        assertThat(window.isAhead(NOON.minusNanos(1))).isTrue();
    }

    @Test
    void refusesToBeEmpty() {
        assertThatThrownBy(() -> Window.between(NOON, NOON)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Window.ifNotEmpty(NOON, NOON)).isEmpty();
    }

    @Test
    void joinsWhatOverlapsOrMeetsAndLeavesGaps() {
        assertThat(Window.union(List.of(hours(5, 6), hours(0, 2), hours(2, 3), hours(1, 2))))
                .containsExactly(hours(0, 3), hours(5, 6));
    }

    @Test
    void swallowsWhatLiesInsideAWindowWithoutEnd() {
        assertThat(Window.union(List.of(Window.from(NOON), hours(1, 2)))).containsExactly(Window.from(NOON));
        assertThat(Window.union(List.of(hours(-2, 0), Window.from(NOON))))
                .containsExactly(Window.from(NOON.minus(Duration.ofHours(2))));
    }

    @Test
    void intersectsOnlyWhereBothAre() {
        assertThat(hours(0, 4).intersect(hours(2, 6))).contains(hours(2, 4));
        assertThat(hours(0, 2).intersect(hours(2, 4))).isEmpty();
        assertThat(Window.from(NOON).intersect(Window.from(NOON.plusSeconds(1))))
                .contains(Window.from(NOON.plusSeconds(1)));
    }

    @Test
    void widensOnBothSidesAndStaysOpenWhereItWas() {
        Duration quarter = Duration.ofMinutes(15);
        assertThat(Window.from(NOON).widened(quarter, quarter)).isEqualTo(Window.from(NOON.minus(quarter)));
        assertThat(hours(0, 1).widened(quarter, quarter).until()).isEqualTo(NOON.plus(Duration.ofMinutes(75)));
    }
}
