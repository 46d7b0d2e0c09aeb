package app.latchkey.space;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.shared.SpaceId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EachSpaceIT {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final EachSpace each = new EachSpace(DATABASE.scopes(), TestSpaces.spaces(DATABASE, Clock.systemUTC()));

    @Test
    void servesTheNextWhenOneFails() {
        List<SpaceId> all = List.of(
                TestSpaces.aSpace(DATABASE, "first"),
                TestSpaces.aSpace(DATABASE, "second"),
                TestSpaces.aSpace(DATABASE, "third"));
        List<SpaceId> served = new ArrayList<>();
        each.serve("a test", space -> !space.slug().equals("third"), space -> {
            served.add(space.id());
            throw new IllegalStateException("of this one");
        });
        assertThat(served).containsExactlyInAnyOrder(all.get(0), all.get(1));
    }
}
