package app.latchkey.sync.work;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.nexudus.HookAction;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.TestDatabase;
import app.latchkey.space.TestSpaces;
import app.latchkey.sync.Subject;
import app.latchkey.sync.Sync;
import app.latchkey.sync.work.Work.Served;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpaceTurnsIT {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final Subject BUYER = Subject.customer(new CustomerId(1));
    private static final List<Subject> OTHERS = LongStream.rangeClosed(2, 20)
            .mapToObj(id -> Subject.customer(new CustomerId(id)))
            .toList();

    private final TestDatabase database = TestDatabase.fresh();
    private final SpaceId space = TestSpaces.aSpace(database, "harbour");
    private final DueWork due = new DueWork(database.jdbc());
    private final Leases leases =
            new Leases(database.jdbc(), database.scopes(), Duration.ofSeconds(30), Duration.ofHours(2));
    private final NodeTimer timer = new NodeTimer();
    private final List<Subject> served = new ArrayList<>();

    @AfterEach
    void stop() {
        timer.stop();
    }

    /** Who buys just after he was looked at, waits for nobody who is only looked at once more. */
    @Test
    void servesAPurchaseOfSomebodyWhoWasServedBeforeWhatIsOnlyRepaired() {
        add(BUYER, Causes.CHANGED);
        OTHERS.forEach(other -> add(other, Causes.CHANGED));
        SpaceTurns turns = turns((row, lease, between) -> {
            if (row.subject().equals(BUYER) && !served.contains(BUYER)) {
                add(BUYER, Causes.HINT);
            }
            served.add(row.subject());
            return new Served.Done(Optional.empty());
        });
        turns.serve(space, SpaceTurns.Part.CUSTOMERS, "a node");
        turns.serve(space, SpaceTurns.Part.CUSTOMERS, "a node");
        assertThat(served.lastIndexOf(BUYER)).isBetween(1, 6);
        assertThat(served).containsAll(OTHERS);
    }

    /** Whoever is told of without end leaves a place in each look for others. */
    @Test
    void servesTheOthersBesideSomebodyWhoIsDueAgainAndAgain() {
        add(BUYER, Sync.AT_THE_DOOR);
        OTHERS.forEach(other -> add(other, Causes.CHANGED));
        SpaceTurns turns = turns((row, lease, between) -> {
            if (row.subject().equals(BUYER)) {
                add(BUYER, Sync.AT_THE_DOOR);
            }
            served.add(row.subject());
            return new Served.Done(Optional.empty());
        });
        for (int turn = 0; turn < OTHERS.size(); turn++) {
            turns.serve(space, SpaceTurns.Part.CUSTOMERS, "a node");
        }
        assertThat(served).containsAll(OTHERS);
    }

    /** The engine looks twice each tenth of a second, and each time Nexudus has told of him. */
    @Test
    void looksOnceASecondHoweverOftenNexudusTellsAndLessOftenWhereThatGoesOn() {
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        SpaceTurns turns = turns(served(served), now::get);
        List<Long> looked = new ArrayList<>();
        for (int tenth = 0; tenth < 150; tenth++) {
            for (String cause : List.of(Causes.HINT, HookAction.CUSTOMER_UPDATED.cause())) {
                add(BUYER, cause);
                turns.serve(space, SpaceTurns.Part.CUSTOMERS, "a node");
                while (looked.size() < served.size()) {
                    looked.add(Duration.between(NOW, now.get()).toMillis());
                }
            }
            now.updateAndGet(before -> before.plusMillis(100));
        }
        assertThat(looked).containsExactly(0L, 1_000L, 3_000L, 7_000L, 11_000L);
        turns.serve(space, SpaceTurns.Part.CUSTOMERS, "a node");
        assertThat(served).as("and the last hint is not lost").hasSize(6);
        now.updateAndGet(before -> before.plusSeconds(8));
        for (int look = 0; look < 2; look++) {
            add(BUYER, Causes.HINT);
            turns.serve(space, SpaceTurns.Part.CUSTOMERS, "a node");
            now.updateAndGet(before -> before.plusSeconds(1));
        }
        assertThat(served).as("each second again after some quiet").hasSize(8);
    }

    @Test
    void looksAtOnceWhereAnybodyElseAsks() {
        SpaceTurns turns = turns(served(served));
        for (String cause : List.of(Causes.HINT, Sync.AT_THE_DOOR, Causes.BEGINS, Causes.ENDS, Causes.CHANGED)) {
            add(BUYER, cause);
            turns.serve(space, SpaceTurns.Part.CUSTOMERS, "a node");
        }
        assertThat(served).hasSize(5);
        add(BUYER, Causes.HINT);
        turns.serve(space, SpaceTurns.Part.CUSTOMERS, "a node");
        assertThat(served).hasSize(5);
        add(BUYER, Sync.BY_OPERATOR);
        turns.serve(space, SpaceTurns.Part.CUSTOMERS, "a node");
        assertThat(served).as("also after a hint").hasSize(6);
    }

    /** Who holds a space is for the database's clock to say, whatever those of the nodes show. */
    @ParameterizedTest
    @ValueSource(ints = {-300, 300, 86_400})
    void servesASpaceOnceAtATimeHoweverTheClocksOfTheNodesDiffer(int secondsAhead) {
        dueForDays(BUYER);
        List<Subject> servedByTheOther = new ArrayList<>();
        SpaceTurns other = turns(served(servedByTheOther), NOW.plusSeconds(secondsAhead));
        SpaceTurns turns = turns((row, lease, between) -> {
            other.serve(space, SpaceTurns.Part.EVERYTHING, "another node");
            return served(served).serve(row, lease, between);
        });
        turns.serve(space, SpaceTurns.Part.EVERYTHING, "a node");
        assertThat(served).containsExactly(BUYER);
        assertThat(servedByTheOther).isEmpty();
        dueForDays(BUYER);
        other.serve(space, SpaceTurns.Part.EVERYTHING, "another node");
        assertThat(servedByTheOther).containsExactly(BUYER);
    }

    private static Work served(List<Subject> all) {
        return (row, lease, between) -> {
            all.add(row.subject());
            return new Served.Done(Optional.empty());
        };
    }

    private void dueForDays(Subject subject) {
        Instant then = NOW.minus(Duration.ofDays(2));
        database.scopes().inSpace(space, () -> due.add(subject, then, Causes.HINT, then));
    }

    private SpaceTurns turns(Work work) {
        return turns(work, NOW);
    }

    private SpaceTurns turns(Work work, Instant now) {
        return turns(work, () -> now);
    }

    private SpaceTurns turns(Work work, InstantSource now) {
        return new SpaceTurns(
                database.scopes(), due, leases, new Heartbeats(leases, timer), work, now.withZone(ZoneOffset.UTC));
    }

    private void add(Subject subject, String cause) {
        database.scopes().inSpace(space, () -> due.add(subject, NOW, cause, NOW));
    }
}
