package app.latchkey.sync.work;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Case;
import app.latchkey.space.TestDatabase;
import app.latchkey.space.TestSpaces;
import app.latchkey.sync.Subject;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The queue on PostgreSQL, with what the simulation leaves out. */
class DueWorkIT extends DueWorkContract {

    DueWorkIT() {
        super(kept(TestDatabase.fresh()));
    }

    private static Kept kept(TestDatabase database) {
        return new Kept(
                database.scopes(),
                TestSpaces.aSpace(database, "harbour"),
                TestSpaces.aSpace(database, "north"),
                new DueWork(database.jdbc()));
    }

    @Case(47)
    @Test
    void readsEverythingOnceInPlaceOfVeryManyCustomers() {
        IntStream.rangeClosed(1, 4).forEach(customer -> add(customer, NOW, "hook"));
        add(5, NOW.plusSeconds(60), Causes.BEGINS);
        add(6, NOW, Causes.MISSING);
        assertThat(gather(4)).isFalse();
        assertThat(due()).hasSize(5);
        assertThat(gather(3)).isTrue();
        assertThat(due()).extracting(Due::subject).containsExactly(customers(6));
        assertThat(inSpace(() -> work.dueReadings(space, NOW, 10)))
                .singleElement()
                .satisfies(row -> assertThat(row.subject()).isEqualTo(Subject.wholeSpace()));
        assertThat(inSpace(() -> work.dueCustomers(space, NOW.plusSeconds(60), 10)))
                .extracting(Due::subject)
                .containsExactlyInAnyOrder(customers(5, 6));
    }

    private boolean gather(int most) {
        return inSpace(() -> work.gather(space, most, NOW));
    }

    @Test
    void tellsSpacesWithCustomersFromSpacesWithReadings() {
        add(NOW, "hook");
        scopes.inSpace(other, () -> work.add(Subject.wholeSpace(), NOW, Causes.PERIOD, NOW));
        assertThat(scopes.inSystem(() -> work.spaces(NOW, "node")))
                .containsExactlyInAnyOrder(
                        new DueSpace(space, true, Optional.empty()), new DueSpace(other, false, Optional.of(NOW)));
        assertThat(scopes.inSpace(other, () -> work.dueReadings(other, NOW, 10)))
                .hasSize(1);
    }

    @Test
    void leavesOutASpaceOfWhichEverythingRests() {
        add(NOW, "hook");
        Due row = due().getFirst();
        scopes.inSpace(space, () -> work.rest(row));
        assertThat(scopes.inSystem(() -> work.spaces(NOW.plusSeconds(86_400), "node")))
                .isEmpty();
    }
}
