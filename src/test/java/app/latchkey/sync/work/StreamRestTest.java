package app.latchkey.sync.work;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.salto.StreamState;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StreamRestTest {

    @ParameterizedTest
    @CsvSource({"0,1,2", "1,2,4", "3,8,16", "7,128,256", "8,150,300", "1000,150,300"})
    void doublesWithEveryFailureUpToFiveMinutes(int failures, long least, long most) {
        for (int time = 0; time < 200; time++) {
            assertThat(StreamRest.after(StreamState.NOT_REACHABLE, failures))
                    .isBetween(Duration.ofSeconds(least), Duration.ofSeconds(most));
        }
    }

    @Test
    void bringsNotAllBackTogether() {
        long different = IntStream.range(0, 50)
                .mapToObj(_ -> StreamRest.after(StreamState.NOT_REACHABLE, 4))
                .distinct()
                .count();
        assertThat(different).isGreaterThan(25);
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_SUBSCRIBED", "REFUSED"})
    void asksOnceAnHourForWhatSomebodyHasToBuyOrToAllow(StreamState state) {
        assertThat(StreamRest.after(state, 1)).isEqualTo(Duration.ofHours(1));
    }
}
