package app.latchkey.sync.work;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Case;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.TestDatabase;
import app.latchkey.space.TestSpaces;
import app.latchkey.sync.Subject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DueWorkIT {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    private static final Subject ANA = Subject.customer(new CustomerId(17));

    private final TestDatabase database = TestDatabase.fresh();
    private final DueWork work = new DueWork(database.jdbc());
    private final SpaceId space = TestSpaces.aSpace(database, "harbour");

    @Case(48)
    @Test
    void keepsAChangeThatArrivesDuringARun() {
        add(NOW, "hook");
        Due claimed = due().getFirst();
        add(NOW.plusSeconds(1), "hook");
        assertThat(done(claimed)).isFalse();
        assertThat(due()).hasSize(1);
        assertThat(done(due().getFirst())).isTrue();
        assertThat(due()).isEmpty();
    }

    @Case(48)
    @Test
    void makesOneRowOfManyHints() {
        add(NOW.plusSeconds(60), Causes.ENDS);
        add(NOW, "hook");
        add(NOW.plusSeconds(5), "hook");
        assertThat(due()).singleElement().satisfies(row -> {
            assertThat(row.version()).isEqualTo(3);
            assertThat(row.causes()).containsExactly(Causes.ENDS, "hook");
        });
    }

    @Test
    void waitsAsLongAsAPartnerAskedWhateverAHookSays() {
        add(NOW, "hook");
        Due row = due().getFirst();
        database.scopes().inSpace(space, () -> work.postpone(row, NOW.plusSeconds(60)));
        add(NOW, "hook");
        assertThat(due()).isEmpty();
        assertThat(database.scopes().inSystem(work::earliest)).contains(NOW.plusSeconds(60));
        database.scopes().inSpace(space, () -> work.insist(ANA, NOW, "person", NOW));
        assertThat(due()).hasSize(1);
    }

    @Case(47)
    @Test
    void servesWhoMayBeLetInBeforeWhoHasToLeaveAndThoseBeforeASecondLook() {
        add(1, NOW.minusSeconds(90), Causes.MISSING);
        add(2, NOW.minusSeconds(80), Causes.ENDS);
        add(3, NOW.minusSeconds(70), Causes.BEGINS);
        add(4, NOW.minusSeconds(60), Causes.ENDS);
        add(4, NOW.minusSeconds(50), "hook");
        add(2, NOW.minusSeconds(50), Causes.HINT);
        add(5, NOW.minusSeconds(40), Causes.SECOND_LOOK);
        add(5, NOW.minusSeconds(30), Causes.ENDS);
        assertThat(due()).extracting(Due::subject).containsExactly(customers(3, 4, 2, 5, 1));
        assertThat(due()).isSortedAccordingTo(Comparator.comparing(row -> Lane.of(row.causes())));
        assertThat(database.scopes().inSpace(space, () -> work.longestDue(space, NOW, 10)))
                .extracting(Due::subject)
                .containsExactly(customers(1, 2, 3, 4, 5));
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
        assertThat(database.scopes().inSpace(space, () -> work.dueReadings(space, NOW, 10)))
                .singleElement()
                .satisfies(row -> assertThat(row.subject()).isEqualTo(Subject.wholeSpace()));
        assertThat(database.scopes().inSpace(space, () -> work.dueCustomers(space, NOW.plusSeconds(60), 10)))
                .extracting(Due::subject)
                .containsExactlyInAnyOrder(customers(5, 6));
    }

    private boolean gather(int most) {
        return database.scopes().inSpace(space, () -> work.gather(space, most, NOW));
    }

    @Test
    void putsSomebodyOfWhomMoreCameInBehindThoseWhoHaveWaitedLonger() {
        add(1, NOW.minusSeconds(90), "hook");
        Due claimed = due().getFirst();
        add(1, NOW.minusSeconds(20), "hook");
        add(2, NOW.minusSeconds(10), "hook");
        assertThat(done(claimed)).isFalse();
        assertThat(due()).extracting(Due::subject).containsExactly(customers(2, 1));
    }

    @Test
    void tellsSpacesWithCustomersFromSpacesWithReadings() {
        SpaceId other = TestSpaces.aSpace(database, "north");
        add(NOW, "hook");
        database.scopes().inSpace(other, () -> work.add(Subject.wholeSpace(), NOW, Causes.PERIOD, NOW));
        assertThat(database.scopes().inSystem(() -> work.spaces(NOW, "node")))
                .containsExactlyInAnyOrder(
                        new DueSpace(space, true, Optional.empty()), new DueSpace(other, false, Optional.of(NOW)));
        assertThat(database.scopes().inSpace(other, () -> work.dueReadings(other, NOW, 10)))
                .hasSize(1);
    }

    private void add(long customer, Instant at, String cause) {
        Subject subject = Subject.customer(new CustomerId(customer));
        database.scopes().inSpace(space, () -> work.add(subject, at, cause, NOW));
    }

    private static Subject[] customers(long... ids) {
        return Arrays.stream(ids)
                .mapToObj(id -> Subject.customer(new CustomerId(id)))
                .toArray(Subject[]::new);
    }

    private void add(Instant at, String cause) {
        database.scopes().inSpace(space, () -> work.add(ANA, at, cause, NOW));
    }

    private List<Due> due() {
        return database.scopes().inSpace(space, () -> work.dueCustomers(space, NOW, 10));
    }

    private boolean done(Due due) {
        return database.scopes().inSpace(space, () -> work.done(due, NOW));
    }
}
