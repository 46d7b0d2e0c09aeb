package app.latchkey.sync.work;

import static app.latchkey.product.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.product.RunningProduct;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import sandbox.postgres.EmbeddedDatabase;

/** What a node has asked for and does not get: it asks again, long before the tick would. */
class LostDrainIT {

    private final RunningProduct product = RunningProduct.start();
    private final JdbcClient owner = JdbcClient.create(new DriverManagerDataSource(
            product.database().jdbcUrl(), EmbeddedDatabase.OWNER, EmbeddedDatabase.OWNER_PASSWORD));
    private final Drainer drainer = product.bean(Drainer.class);
    private final Kicks kicks = product.bean(Kicks.class);

    @BeforeEach
    void withoutTheTick() {
        product.bean(JobRequestScheduler.class).deleteRecurringJob("tick");
        eventually("at rest", () -> !drainer.isAwaited() && jobs("ENQUEUED") == 0 && jobs("PROCESSING") == 0);
    }

    @AfterEach
    void close() {
        product.close();
    }

    /**
     * All nodes take their jobs from one table, and another may die of it. Nobody would notice before the next tick that it has, and whoever it served would
     * stand at a locked door.
     */
    @Test
    void isAskedForAgainWhenAnotherNodeHasTakenIt() {
        takeEachElsewhere();
        long before = jobs("PROCESSING");
        kicks.now();
        eventually("taken", () -> jobs("PROCESSING") > before);
        assertThat(drainer.isAwaited()).isTrue();
        owner.sql("drop trigger taken on jobs.jobrunr_jobs").update();
        eventually("begun here", () -> !drainer.isAwaited());
    }

    @Test
    void isAskedForAgainWhenItBrokeOff() {
        owner.sql("alter table due_work rename to away").update();
        long broken = jobs("FAILED");
        kicks.now();
        eventually("broken off", () -> jobs("FAILED") > broken);
        long done = jobs("SUCCEEDED");
        owner.sql("alter table away rename to due_work").update();
        eventually("done", () -> jobs("SUCCEEDED") > done);
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

    private long jobs(String state) {
        return owner.sql("select count(*) from jobs.jobrunr_jobs where state = ?")
                .param(state)
                .query(Long.class)
                .single();
    }
}
