package app.latchkey.sync.read;

import app.latchkey.shared.SpaceId;
import app.latchkey.sync.JobHealth;
import app.latchkey.sync.RunRow;
import app.latchkey.sync.StaffSpace.DueRow;
import app.latchkey.sync.run.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Runs, due work and lease of one space. Within the staff's scope. */
@Repository
class StaffSpaceRows {

    private final JdbcClient jdbc;

    StaffSpaceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<RunRow> runs(SpaceId space, int limit) {
        return jdbc.sql("select * from run where space_id = :space order by number desc limit :limit")
                .param("space", space.value())
                .param("limit", limit)
                .query((row, number) -> RecordedRuns.run(row))
                .list();
    }

    /** Work without a date waits for a hint only and is not shown. */
    List<DueRow> due(SpaceId space, int limit) {
        return jdbc.sql("""
            select subject, causes, attempts, greatest(due_at, not_before) as at from due_work
            where space_id = :space and due_at < 'infinity' order by at, subject limit :limit
            """)
                .param("space", space.value())
                .param("limit", limit)
                .query((row, number) -> due(row))
                .list();
    }

    /** By the database's clock, as leases run. */
    Optional<JobHealth.LeaseRow> lease(SpaceId space) {
        return jdbc.sql("""
            select space.slug, holder, epoch, expires_at from space_lease join space using (space_id)
            where space_id = :space and expires_at > clock_timestamp()
            """)
                .param("space", space.value())
                .query((row, number) -> JobRows.lease(row))
                .optional();
    }

    private static DueRow due(ResultSet row) throws SQLException {
        return new DueRow(
                row.getString("subject"),
                List.of((String[]) row.getArray("causes").getArray()),
                Rows.instant(row, "at").orElseThrow(),
                row.getInt("attempts"));
    }
}
