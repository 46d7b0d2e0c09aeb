package app.latchkey.sync.run;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When Nexudus was last asked what has changed, and told everything. Within a space's scope. */
@Repository
class ChangesRead {

    private final JdbcClient jdbc;

    ChangesRead(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Instant> at() {
        return jdbc.sql("select started_at from changes_read")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    void put(Instant startedAt) {
        jdbc.sql("""
                insert into changes_read (started_at) values (:at)
                on conflict (space_id) do update set started_at = excluded.started_at
                """).param("at", Rows.at(startedAt)).update();
    }
}
