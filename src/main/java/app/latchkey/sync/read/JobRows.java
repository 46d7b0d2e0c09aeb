package app.latchkey.sync.read;

import app.latchkey.sync.JobHealth;
import app.latchkey.sync.run.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.storage.BackgroundJobServerStatus;
import org.jobrunr.storage.StorageProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether the machine is alive: JobRunr's servers, the tick, due work and leases. Within the staff's scope. */
@Repository
class JobRows {

    private final JdbcClient jdbc;
    private final ObjectProvider<BackgroundJobServer> here;
    private final ObjectProvider<StorageProvider> everywhere;

    JobRows(JdbcClient jdbc, ObjectProvider<BackgroundJobServer> here, ObjectProvider<StorageProvider> everywhere) {
        this.jdbc = jdbc;
        this.here = here;
        this.everywhere = everywhere;
    }

    JobHealth health(Instant now) {
        List<JobHealth.LeaseRow> leases = leases();
        boolean running = isRunning();
        return jdbc.sql("""
            select (select max(ticked_at) from sync_tick) as ticked_at,
                   count(*) filter (where greatest(due_at, not_before) <= :now) as due_now,
                   min(since) filter (where greatest(due_at, not_before) <= :now) as oldest,
                   min(greatest(due_at, not_before)) filter (where due_at < 'infinity') as next
            from due_work
            """)
                .param("now", Rows.at(now))
                .query((row, number) -> new JobHealth(
                        running,
                        Rows.instant(row, "ticked_at"),
                        row.getInt("due_now"),
                        Rows.instant(row, "oldest"),
                        Rows.instant(row, "next"),
                        leases))
                .single();
    }

    /** This node's server, or that of another node. */
    private boolean isRunning() {
        return here.stream().anyMatch(BackgroundJobServer::isRunning)
                || everywhere.stream()
                        .flatMap(storage -> storage.getBackgroundJobServers().stream())
                        .anyMatch(BackgroundJobServerStatus::isRunning);
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
