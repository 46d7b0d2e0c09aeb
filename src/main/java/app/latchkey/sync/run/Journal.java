package app.latchkey.sync.run;

import app.latchkey.connection.PartnerCall;
import app.latchkey.entitlement.Because;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.sync.RunChangeRow.State;
import app.latchkey.sync.RunChangeRow.What;
import app.latchkey.sync.RunKind;
import app.latchkey.sync.RunOutcome;
import app.latchkey.sync.Subject;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.work.Due;
import app.latchkey.sync.work.Lease;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Runs and the steps in them, each written before the partner is called. Within a space's scope. */
@Repository
class Journal {

    private final JdbcClient jdbc;
    private final JsonText json;

    Journal(JdbcClient jdbc, JsonText json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Runs that a lost lease or a dead node left open are over: somebody else is here now. A run within a run has the same lease. */
    long begin(RunKind kind, Due due, Lease lease, Instant now) {
        jdbc.sql("update run set outcome = 'STOPPED', ended_at = :now where outcome = 'RUNNING' and epoch <> :epoch")
                .param("now", Rows.at(now))
                .param("epoch", lease.epoch())
                .update();
        oneAtATime();
        return jdbc.sql("""
            insert into run (number, kind, subject, causes, epoch, started_at, outcome)
            select coalesce(max(number), 0) + 1, :kind, :subject, cast(:causes as text[]), :epoch, :now, 'RUNNING'
            from run returning number
            """)
                .param("kind", kind.name())
                .param("subject", due.subject().key())
                .param("causes", due.causes().toArray(String[]::new))
                .param("epoch", lease.epoch())
                .param("now", Rows.at(now))
                .query(Long.class)
                .single();
    }

    /** A run that a person waits for, beside whatever looks after the space. */
    long beginBeside(CustomerId customer, String cause, Instant now) {
        oneAtATime();
        return jdbc.sql("""
            insert into run (number, kind, subject, causes, epoch, started_at, outcome)
            select coalesce(max(number), 0) + 1, :kind, :subject, array[:cause], 0, :now, 'RUNNING'
            from run returning number
            """)
                .param("kind", RunKind.KEYS.name())
                .param("subject", Subject.customer(customer).key())
                .param("cause", cause)
                .param("now", Rows.at(now))
                .query(Long.class)
                .single();
    }

    void endBeside(long run, RunOutcome outcome, @Nullable String trouble, Instant now) {
        jdbc.sql("update run set ended_at = :now, outcome = :outcome, trouble = :trouble where number = :run")
                .param("run", run)
                .param("now", Rows.at(now))
                .param("outcome", outcome.name())
                .param("trouble", trouble, java.sql.Types.VARCHAR)
                .update();
    }

    /** Two runs that begin at the same moment must not take the same number. */
    private void oneAtATime() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('run:' || current_setting('latchkey.space'), 0))")
                .query((row, number) -> true)
                .list();
    }

    /** @param reason a code of {@link app.latchkey.entitlement.Reason}, or {@code UNEXPECTED} for any other removal nobody foresaw */
    record Line(
            What what,
            State state,
            @Nullable CustomerId customer,
            @Nullable PlatformUserId user,
            @Nullable AccessGroupId group,
            String name,
            List<Because> because,
            @Nullable String reason) {}

    void write(long run, int step, Line line, Instant now) {
        jdbc.sql("""
            insert into run_change (run, step, what, state, customer_id, platform_user, group_id, name, because,
              reason, at)
            values (:run, :step, :what, :state, :customer, cast(:user as uuid), cast(:group as uuid), :name,
              cast(:because as jsonb), :reason, :now)
            """)
                .param("run", run)
                .param("step", step)
                .param("what", line.what().name())
                .param("state", line.state().name())
                .param(
                        "customer",
                        line.customer() == null ? null : line.customer().value(),
                        java.sql.Types.BIGINT)
                .param("user", line.user() == null ? null : line.user().toString(), java.sql.Types.VARCHAR)
                .param("group", line.group() == null ? null : line.group().toString(), java.sql.Types.VARCHAR)
                .param("name", line.name())
                .param("because", json.because(line.because()))
                .param("reason", line.reason(), java.sql.Types.VARCHAR)
                .param("now", Rows.at(now))
                .update();
    }

    void ended(long run, int step, State state, @Nullable String trouble, Instant now, long tookMillis) {
        jdbc.sql("""
            update run_change set state = :state, trouble = :trouble, ended_at = :now, took_millis = :took
            where run = :run and step = :step
            """)
                .param("run", run)
                .param("step", step)
                .param("state", state.name())
                .param("trouble", trouble, java.sql.Types.VARCHAR)
                .param("now", Rows.at(now))
                .param("took", tookMillis)
                .update();
    }

    /** What was said to the partner for a step, which is known whether it worked or not. */
    void said(long run, int step, List<PartnerCall> calls) {
        jdbc.sql("update run_change set calls = :calls::jsonb where run = :run and step = :step")
                .param("run", run)
                .param("step", step)
                .param("calls", json.write(calls))
                .update();
    }

    void end(RunLog log, RunOutcome outcome, @Nullable String trouble, String reads, Instant now) {
        jdbc.sql("""
            update run set ended_at = :now, outcome = :outcome, added = :added, removed = :removed, kept = :kept,
              withheld = :withheld, held = :held, failed = :failed, trouble = :trouble, reads = :reads::jsonb
            where number = :run
            """)
                .param("run", log.number())
                .param("now", Rows.at(now))
                .param("outcome", outcome.name())
                .param("added", log.added())
                .param("removed", log.removed())
                .param("kept", log.kept())
                .param("withheld", log.withheld())
                .param("held", log.held())
                .param("failed", log.failed())
                .param("trouble", trouble, java.sql.Types.VARCHAR)
                .param("reads", reads)
                .update();
        jdbc.sql("select pg_notify('latchkey_changes', current_setting('latchkey.space'))")
                .query((row, number) -> true)
                .list();
    }

    /** A step whose end nobody knows: the answer was lost, or we died. */
    record Open(long run, int step, What what, Membership membership) {}

    List<Open> open(long beforeRun) {
        return jdbc.sql("""
            select run, step, what, platform_user, group_id from run_change
            where state = 'INTENDED' and what in ('GRANT', 'REVOKE') and run < :before
              and platform_user is not null
            """)
                .param("before", beforeRun)
                .query((row, number) -> new Open(
                        row.getLong("run"),
                        row.getInt("step"),
                        What.valueOf(row.getString("what")),
                        Rows.membership(row)))
                .list();
    }
}
