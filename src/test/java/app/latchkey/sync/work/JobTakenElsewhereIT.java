package app.latchkey.sync.work;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.product.RunningProduct;
import app.latchkey.space.TestDatabase;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import sandbox.postgres.EmbeddedDatabase;

/** All nodes take their jobs from one table: what one has asked for another may begin, and die of it. */
class JobTakenElsewhereIT {

    private static final String NOT_BEGUN = "select count(*) from jobs.jobrunr_jobs where state = 'ENQUEUED'";

    private final RunningProduct product = RunningProduct.start();
    private final JdbcClient owner = JdbcClient.create(new DriverManagerDataSource(
            TestDatabase.server().jdbcUrl(product.database().name()),
            EmbeddedDatabase.OWNER,
            EmbeddedDatabase.OWNER_PASSWORD));
    private final Drainer drainer = product.bean(Drainer.class);
    private final Kicks kicks = product.bean(Kicks.class);

    @BeforeEach
    void withoutTheTick() {
        product.bean(JobRequestScheduler.class).deleteRecurringJob("tick");
        eventually("at rest", () -> !drainer.isAwaited() && count(NOT_BEGUN) == 0);
    }

    @AfterEach
    void close() {
        product.close();
    }

    /** Or else nobody would notice before the next tick that the other node has died, and whoever it served would stand at a locked door. */
    @Test
    void isAskedForAgain() {
        takeEachElsewhere();
        long before = count("select count(*) from jobs.jobrunr_jobs where state = 'PROCESSING'");
        kicks.now();
        eventually("taken", () -> count("select count(*) from jobs.jobrunr_jobs where state = 'PROCESSING'") > before);
        assertThat(drainer.isAwaited()).isTrue();
        owner.sql("drop trigger taken on jobs.jobrunr_jobs").update();
        eventually("begun here", () -> !drainer.isAwaited());
    }

    /** As another node does it: nobody else sees the job between being enqueued and being taken. */
    private void takeEachElsewhere() {
        owner.sql("""
            create function jobs.taken() returns trigger language plpgsql as $$
            begin
              new.state := 'PROCESSING';
              return new;
            end $$
            """).update();
        owner.sql("""
            create trigger taken before insert on jobs.jobrunr_jobs
            for each row when (new.state = 'ENQUEUED') execute function jobs.taken()
            """).update();
    }

    private long count(String sql) {
        return owner.sql(sql).query(Long.class).single();
    }
}
