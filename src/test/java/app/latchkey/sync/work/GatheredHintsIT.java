package app.latchkey.sync.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.product.Eventually;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.TestDatabase;
import app.latchkey.space.TestSpaces;
import app.latchkey.sync.Subject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many callers at the same moment, on a real PostgreSQL. */
class GatheredHintsIT {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    private static final int CALLERS = 64;

    private final TestDatabase database = TestDatabase.fresh();
    private final SpaceId space = TestSpaces.aSpace(database, "harbour");
    private final SpaceId other = TestSpaces.aSpace(database, "north");
    private final DueWork due = new DueWork(database.jdbc());
    private final GatheredHints hints = new GatheredHints(database.scopes(), due, Clock.fixed(NOW, ZoneOffset.UTC));

    private static Subject customer(long number) {
        return Subject.customer(new CustomerId(number));
    }

    private List<Due> due(SpaceId of) {
        return database.scopes().inSpace(of, () -> due.dueCustomers(of, NOW, 1_000));
    }

    @Test
    void keepsEachWithItsCauseBeforeItsCallerIsAnswered() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> answered = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                int number = caller;
                SpaceId at = caller % 4 == 0 ? other : space;
                answered.add(callers.submit(() -> {
                    hints.keep(at, customer(1 + number % 16), "cause " + number % 2);
                    return due(at).stream()
                            .filter(row -> row.subject().equals(customer(1 + number % 16)))
                            .anyMatch(row -> row.causes().contains("cause " + number % 2));
                }));
            }
            for (Future<Boolean> each : answered) {
                assertThat(each.get()).isTrue();
            }
        }
        assertThat(due(space)).hasSize(12);
        assertThat(due(other)).hasSize(4);
    }

    @Test
    void writesTogetherWhatComesWhileOneIsWriting() throws Exception {
        hints.keep(space, customer(1), "first");
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch over = new CountDownLatch(1);
            Future<?> engine = holding(callers, List.of(1L), over);
            List<Future<?>> waiting = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                waiting.add(callers.submit(() -> hints.keep(space, customer(1), "storm")));
            }
            Eventually.eventually("one waits for the row", () -> waitingForLocks() == 1);
            long before = version();
            over.countDown();
            engine.get();
            for (Future<?> each : waiting) {
                each.get();
            }
            assertThat(version() - before).as("statements for all of them").isBetween(1L, 3L);
        }
    }

    @Test
    void writesAStormAHundredTimesASecondAtMost() throws Exception {
        long began = System.nanoTime();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> storm = new ArrayList<>();
            for (int caller = 0; caller < 8; caller++) {
                storm.add(callers.submit(() -> {
                    for (int call = 0; call < 25; call++) {
                        hints.keep(space, customer(1), "storm");
                    }
                }));
            }
            for (Future<?> each : storm) {
                each.get();
            }
        }
        long turns = 1 + (System.nanoTime() - began) / GatheredHints.BETWEEN.toNanos();
        assertThat(version()).isBetween(24L, turns);
    }

    /**
     * A turn of the engine has one row and wants the other, while the storm's statement has that and wants the first: it gives way, before PostgreSQL ends
     * either.
     */
    @Test
    void givesWayToTheEngineWhereTheyWaitForEachOtherCrosswise() throws Exception {
        LongStream.rangeClosed(1, 3).forEach(number -> hints.keep(space, customer(number), "first"));
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch gathered = new CountDownLatch(1);
            CountDownLatch crossed = new CountDownLatch(1);
            Future<?> another = holding(callers, List.of(3L), gathered);
            Future<?> engine = holding(callers, List.of(2L, 1L), crossed);
            List<Future<?>> storm =
                    new ArrayList<>(List.of(callers.submit(() -> hints.keep(space, customer(3), "storm"))));
            Eventually.eventually("the first waits for its row", () -> waitingForLocks() == 1);
            List<Thread> next = LongStream.of(1, 2)
                    .mapToObj(
                            number -> new FutureTask<Boolean>(() -> hints.keep(space, customer(number), "storm"), true))
                    .peek(storm::add)
                    .map(task -> Thread.ofPlatform().start(task))
                    .toList();
            Eventually.eventually(
                    "both have gathered",
                    () -> next.stream().allMatch(each -> each.getState() == Thread.State.WAITING));
            gathered.countDown();
            another.get();
            storm.getFirst().get();
            Eventually.eventually("both wait for the second's row", () -> waitingForLocks() == 1);
            crossed.countDown();
            engine.get();
            for (Future<?> each : storm) {
                each.get();
            }
        }
        assertThat(due(space)).allSatisfy(row -> assertThat(row.causes()).contains("storm"));
    }

    @Test
    void tellsEachCallerThatNothingWasKept() {
        assertThatThrownBy(() -> hints.keep(space, customer(1), "not a text: \0"))
                .isInstanceOf(DataAccessException.class);
        assertThat(due(space)).isEmpty();
        hints.keep(space, customer(1), "storm");
        assertThat(due(space)).hasSize(1);
    }

    /** Takes the rows one after the other, the second when it is told to. */
    private Future<?> holding(ExecutorService threads, List<Long> customers, CountDownLatch over) throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        Future<?> engine = threads.submit(() -> database.scopes().inSpace(space, () -> {
            take(customers.getFirst());
            held.countDown();
            await(over);
            customers.stream().skip(1).forEach(this::take);
        }));
        held.await();
        return engine;
    }

    private void take(long customer) {
        due.add(customer(customer), NOW, "engine", NOW);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long version() {
        return database.scopes()
                .inSpace(
                        space,
                        () -> database.jdbc()
                                .sql("select version from due_work where subject = 'customer:1'")
                                .query(Long.class)
                                .single());
    }

    private long waitingForLocks() {
        return JdbcClient.create(database.dataSource())
                .sql("select count(*) from pg_stat_activity where datname = :name and wait_event_type = 'Lock'")
                .param("name", database.name())
                .query(Long.class)
                .single();
    }
}
