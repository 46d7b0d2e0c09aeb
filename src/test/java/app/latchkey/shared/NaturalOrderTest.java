package app.latchkey.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {

    @Test
    void countsAsPeopleDo() {
        assertThat(Stream.of("Room 10", "desk 3", "Room 2", "Room", "Room 2 b", "room 1")
                        .sorted(NaturalOrder.ofNames()))
                .containsExactly("desk 3", "Room", "room 1", "Room 2", "Room 2 b", "Room 10");
    }
}
