package app.latchkey.sync.work;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.Case;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the one queue promises, wherever its rows are kept: on PostgreSQL, and in the simulation's memory. Each test has a queue of its own. */
abstract class DueWorkContract {

    static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

    private static final Instant A_YEAR_LATER = NOW.plus(Duration.ofDays(365));
    private static final Subject ANA = Subject.customer(new CustomerId(17));

    final Scopes scopes;
    final SpaceId space;
    final SpaceId other;
    final DueWork work;

    /** A queue with nothing in it, of two spaces. */
    record Kept(Scopes scopes, SpaceId space, SpaceId other, DueWork work) {}

    DueWorkContract(Kept kept) {
        this.scopes = kept.scopes();
        this.space = kept.space();
        this.other = kept.other();
        this.work = kept.work();
    }

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
        long version = claimedAt(NOW.plusSeconds(60)).getFirst().version();
        add(NOW, "hook");
        add(NOW.plusSeconds(5), "hook");
        assertThat(due()).singleElement().satisfies(row -> {
            assertThat(row.version()).isEqualTo(version + 2);
            assertThat(row.causes()).containsExactly(Causes.ENDS, "hook");
        });
    }

    @Test
    void remembersTheFirstCausesAndTheNewestOfVeryMany() {
        IntStream.rangeClosed(1, 12).forEach(number -> add(NOW, "cause " + number));
        assertThat(due().getFirst().causes())
                .hasSize(10)
                .startsWith("cause 1", "cause 2")
                .endsWith("cause 9", "cause 12");
    }

    @Test
    void waitsAsLongAsAPartnerAskedWhateverAHookSays() {
        add(NOW, "hook");
        postpone(due().getFirst(), NOW.plusSeconds(60));
        add(NOW, "hook");
        assertThat(due()).isEmpty();
        assertThat(scopes.inSystem(work::earliest)).contains(NOW.plusSeconds(60));
        inSpace(() -> insist(NOW));
        assertThat(due()).singleElement().extracting(Due::attempts).isEqualTo(1);
    }

    @Test
    void neverShortensAWait() {
        add(NOW, "hook");
        Due row = due().getFirst();
        postpone(row, NOW.plusSeconds(60));
        postpone(row, NOW.plusSeconds(10));
        assertThat(claimedAt(NOW.plusSeconds(59))).isEmpty();
        assertThat(claimedAt(NOW.plusSeconds(60)))
                .singleElement()
                .extracting(Due::attempts)
                .isEqualTo(2);
    }

    @Test
    void defersWhatNothingCameInAboutSinceTheClaim() {
        add(NOW, "hook");
        Due claimed = due().getFirst();
        scopes.inSpace(space, () -> work.defer(claimed, NOW.plusSeconds(1)));
        assertThat(due()).isEmpty();
        assertThat(claimedAt(NOW.plusSeconds(1)))
                .singleElement()
                .extracting(Due::version, Due::attempts)
                .containsExactly(claimed.version(), 0);
        add(NOW, "hook");
        scopes.inSpace(space, () -> work.defer(claimed, NOW.plusSeconds(1)));
        assertThat(due()).as("told of again meanwhile").hasSize(1);
    }

    @Test
    void forgetsItsAttemptsWhenItIsDone() {
        add(NOW, "hook");
        postpone(due().getFirst(), NOW);
        assertThat(done(due().getFirst())).isTrue();
        add(NOW, "hook");
        assertThat(due()).singleElement().extracting(Due::attempts).isEqualTo(0);
    }

    /** A boundary that comes sooner takes the place of a later one, and says nothing of what is due by then anyway. */
    @Test
    void foreseesTheSoonestBoundaryOnly() {
        foresee(NOW.plusSeconds(60), Causes.ENDS);
        foresee(NOW.plusSeconds(30), Causes.BEGINS);
        foresee(NOW.plusSeconds(90), Causes.ENDS);
        assertThat(claimedAt(NOW.plusSeconds(30)))
                .singleElement()
                .extracting(Due::causes)
                .isEqualTo(List.of(Causes.BEGINS));
    }

    @Test
    void restsUntilSomethingIsHeardOfIt() {
        add(NOW, "hook");
        rest(due().getFirst());
        assertThat(claimedAt(A_YEAR_LATER)).isEmpty();
        assertThat(scopes.inSystem(work::earliest)).isEmpty();
        foresee(NOW.plusSeconds(60), Causes.ENDS);
        assertThat(due()).isEmpty();
        assertThat(claimedAt(NOW.plusSeconds(60))).hasSize(1);
        add(NOW, "hook");
        assertThat(due()).singleElement().extracting(Due::attempts).isEqualTo(1);
    }

    @Test
    void doesNotRestWhenSomethingCameInMeanwhile() {
        add(NOW, "hook");
        Due claimed = due().getFirst();
        add(NOW, "hook");
        rest(claimed);
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
        assertThat(inSpace(() -> work.longestDue(space, NOW, 10)))
                .extracting(Due::subject)
                .containsExactly(customers(1, 2, 3, 4, 5));
        assertThat(inSpace(() -> work.dueCustomers(space, NOW, 2)))
                .extracting(Due::subject)
                .containsExactly(customers(3, 4));
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
    void showsASpaceNoOthersWork() {
        add(NOW, "hook");
        assertThat(scopes.inSpace(other, () -> work.dueCustomers(other, NOW, 10)))
                .isEmpty();
        assertThat(scopes.inSystem(work::earliest)).contains(NOW);
    }

    @Test
    void readsTheWholeSpaceAfterEverythingElseThatIsToBeRead() {
        inSpace(() -> {
            work.add(Subject.wholeSpace(), NOW.minusSeconds(90), Causes.PERIOD, NOW);
            work.add(Subject.members(), NOW.minusSeconds(10), Causes.PERIOD, NOW);
            work.add(Subject.changes(), NOW.minusSeconds(20), Causes.PERIOD, NOW);
            return true;
        });
        add(NOW, "hook");
        assertThat(inSpace(() -> work.dueReadings(space, NOW, 10)))
                .extracting(Due::subject)
                .containsExactly(Subject.changes(), Subject.members(), Subject.wholeSpace());
    }

    <T> T inSpace(Supplier<T> statement) {
        return scopes.inSpace(space, statement);
    }

    void add(long customer, Instant at, String cause) {
        scopes.inSpace(space, () -> work.add(Subject.customer(new CustomerId(customer)), at, cause, NOW));
    }

    void add(Instant at, String cause) {
        add(17, at, cause);
    }

    List<Due> due() {
        return claimedAt(NOW);
    }

    static Subject[] customers(long... ids) {
        return Arrays.stream(ids)
                .mapToObj(id -> Subject.customer(new CustomerId(id)))
                .toArray(Subject[]::new);
    }

    private List<Due> claimedAt(Instant now) {
        return inSpace(() -> work.dueCustomers(space, now, 10));
    }

    private boolean insist(Instant at) {
        work.insist(ANA, at, "person", NOW);
        return true;
    }

    private void foresee(Instant at, String cause) {
        scopes.inSpace(space, () -> work.foresee(ANA, at, cause, NOW));
    }

    private void postpone(Due row, Instant notBefore) {
        scopes.inSpace(space, () -> work.postpone(row, notBefore));
    }

    private void rest(Due row) {
        scopes.inSpace(space, () -> work.rest(row));
    }

    private boolean done(Due row) {
        return inSpace(() -> work.done(row, NOW));
    }
}
