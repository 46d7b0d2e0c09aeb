package app.latchkey.sync.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.product.RunningProduct;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node that is frozen amid a transaction, while its connection to the database lives. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StuckTransactionIT {

    private static final Duration LONGEST_CALL = Duration.ofSeconds(13);
    private static final Duration LEASE = Duration.ofSeconds(30);

    private RunningProduct product;
    private Scopes scopes;
    private JdbcClient jdbc;
    private Leases leases;

    @BeforeAll
    void start() {
        product = RunningProduct.start();
        scopes = product.bean(Scopes.class);
        jdbc = product.bean(JdbcClient.class);
        leases = product.bean(Leases.class);
    }

    @AfterAll
    void close() {
        product.close();
    }

    @Test
    void keepsItsLocksForLessThanALeaseAndMoreThanACall() {
        Duration limit = Duration.ofMillis(scopes.inSystem(() -> jdbc.sql(
                        "select setting::int from pg_settings where name = 'idle_in_transaction_session_timeout'")
                .query(Integer.class)
                .single()));
        assertThat(leases.length()).isEqualTo(LEASE);
        assertThat(limit).isGreaterThan(LONGEST_CALL).isLessThan(LEASE);
    }

    @Test
    void doesNotKeepItsSpaceFromAnother() throws InterruptedException {
        SpaceId space = new SpaceId(UUID.randomUUID());
        leases.release(leases.acquire(space, "frozen").orElseThrow());
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch thawed = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> frozen = threads.submit(() -> scopes.inSpace(space, () -> {
                jdbc.sql("set local idle_in_transaction_session_timeout = '1s'").update();
                look(space);
                locked.countDown();
                await(thawed);
                look(space);
            }));
            locked.await();
            assertThat(leases.acquire(space, "other")).isPresent();
            thawed.countDown();
            assertThatThrownBy(frozen::get).isInstanceOf(ExecutionException.class);
        }
    }

    private void look(SpaceId space) {
        jdbc.sql("select epoch from space_lease where space_id = ? for share")
                .param(space.value())
                .query(Long.class)
                .single();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
