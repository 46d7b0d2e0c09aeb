package app.latchkey.sync.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.shared.SpaceId;
import app.latchkey.space.TestDatabase;
import app.latchkey.space.TestSpaces;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetentionIT {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Instant DONE = Instant.parse("2026-05-04T10:00:00Z");
    private static final Duration RUNS = Duration.ofDays(90);
    private static final Duration EVENTS = Duration.ofDays(60);
    private static final Duration HISTORY = Duration.ofDays(1095);

    private final SpaceId space = TestSpaces.aSpace(DATABASE, "kept");
    private final Retention retention = new Retention(DATABASE.jdbc(), RUNS, EVENTS, HISTORY);

    @Test
    void forgetsRunsAndDecisionsAfterThreeMonthsAndHistoryMuchLater() {
        write("""
            insert into run (number, kind, subject, causes, epoch, started_at, outcome)
            values (1, 'FULL', 'space', '{}', 1, :at, 'DONE')
            """);
        write("""
            insert into run_change (run, step, what, state, name, because, at)
            values (1, 1, 'GRANT', 'DONE', 'Ana', '[]', :at)
            """);
        write("""
            insert into held_plan (fingerprint, lines, shown, run, state, opened_at, decided_at)
            values ('old', '{}', '[]', 1, 'APPROVED', :at, :at)
            """);
        write("""
            insert into held_plan (fingerprint, lines, shown, run, state, opened_at)
            values ('open', '{}', '[]', 1, 'OPEN', :at)
            """);
        write("""
            insert into ledger_past (platform_user, group_id, during, reasons, ended_by_run)
            values (gen_random_uuid(), gen_random_uuid(), tstzrange(:at, :at, '[]'), '[]', 1)
            """);

        sweep(DONE.plus(RUNS));
        assertThat(rows("run_change")).isEqualTo(1);

        sweep(DONE.plus(RUNS).plusSeconds(1));
        assertThat(rows("run")).isZero();
        assertThat(rows("run_change")).isZero();
        assertThat(rows("held_plan")).as("an open question stays").isEqualTo(1);
        assertThat(rows("ledger_past")).isEqualTo(1);

        sweep(DONE.plus(HISTORY).plusSeconds(1));
        assertThat(rows("ledger_past")).isZero();
    }

    private void sweep(Instant now) {
        DATABASE.scopes().inSpace(space, () -> retention.sweep(now));
    }

    private void write(String sql) {
        DATABASE.scopes()
                .inSpace(
                        space,
                        () -> DATABASE.jdbc()
                                .sql(sql)
                                .param("at", Rows.at(DONE))
                                .update());
    }

    private int rows(String table) {
        return DATABASE.scopes()
                .inSpace(
                        space,
                        () -> DATABASE.jdbc()
                                .sql("select count(*) from " + table)
                                .query(Integer.class)
                                .single());
    }
}
