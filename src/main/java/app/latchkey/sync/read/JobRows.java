package app.latchkey.sync.read;

import app.latchkey.sync.JobHealth;
import app.latchkey.sync.JobHealth.Lane.Kind;
import app.latchkey.sync.run.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jobrunr.storage.StorageProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether the machine is alive: JobRunr's servers, the tick, due work and leases. Within the staff's scope. */
@Repository
class JobRows {

    /** Servers give signs of life by the machine's clock, which is never moved. */
    private static final Clock MACHINE = Clock.systemUTC();

    private final JdbcClient jdbc;
    private final ObjectProvider<StorageProvider> storage;

    JobRows(JdbcClient jdbc, ObjectProvider<StorageProvider> storage) {
        this.jdbc = jdbc;
        this.storage = storage;
    }

    JobHealth health(Instant now) {
        List<JobHealth.LeaseRow> leases = leases();
        List<JobHealth.Lane> lanes = lanes(now);
        List<JobHealth.Server> servers = servers();
        return jdbc.sql("""
            select (select max(ticked_at) from sync_tick) as ticked_at,
                   count(*) filter (where greatest(due_at, not_before) <= :now) as due_now,
                   min(since) filter (where greatest(due_at, not_before) <= :now) as oldest,
                   min(greatest(due_at, not_before)) filter (where due_at < 'infinity') as next
            from due_work
            """)
                .param("now", Rows.at(now))
                .query((row, number) -> new JobHealth(
                        servers,
                        Rows.instant(row, "ticked_at"),
                        row.getInt("due_now"),
                        Rows.instant(row, "oldest"),
                        Rows.instant(row, "next"),
                        lanes,
                        leases))
                .single();
    }

    /** Every kind, also those without work. Work without a date waits for a hint only and does not count. */
    private List<JobHealth.Lane> lanes(Instant now) {
        return jdbc.sql("""
            select kind, count(subject) filter (where at <= :now) as due_now, count(subject) filter (where at > :now) as planned,
                   min(since) filter (where at <= :now) as oldest
            from unnest(:kinds) with ordinality as kinds(kind, place)
            left join (select subject, since, greatest(due_at, not_before) as at from due_work where due_at < 'infinity') work
              on split_part(work.subject, ':', 1) = lower(kind)
            group by kind, place order by place
            """)
                .param("now", Rows.at(now))
                .param("kinds", Arrays.stream(Kind.values()).map(Kind::name).toArray(String[]::new))
                .query((row, number) -> new JobHealth.Lane(
                        Kind.valueOf(row.getString("kind")),
                        row.getInt("due_now"),
                        row.getInt("planned"),
                        Rows.instant(row, "oldest")))
                .list();
    }

    private List<JobHealth.Server> servers() {
        return storage.stream()
                .flatMap(known -> known.getBackgroundJobServers().stream())
                .map(server -> new JobHealth.Server(
                        server.getName(),
                        server.isRunning(),
                        Duration.between(server.getLastHeartbeat(), MACHINE.instant())))
                .toList();
    }

    /** Leases run by the database's clock. */
    private List<JobHealth.LeaseRow> leases() {
        return jdbc.sql("""
            select space.slug, holder, epoch, expires_at from space_lease join space using (space_id)
            where expires_at > clock_timestamp() order by space.slug
            """).query((row, number) -> lease(row)).list();
    }

    static JobHealth.LeaseRow lease(ResultSet row) throws SQLException {
        return new JobHealth.LeaseRow(
                row.getString("slug"),
                row.getString("holder"),
                row.getLong("epoch"),
                Rows.instant(row, "expires_at").orElseThrow());
    }
}
