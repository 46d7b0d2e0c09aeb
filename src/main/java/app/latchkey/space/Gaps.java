package app.latchkey.space;

import app.latchkey.shared.SpaceId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the {@link Gap} of each space. Within its scope. */
@Repository
public class Gaps {

    private final JdbcClient jdbc;

    Gaps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nothing is written from now on; a gap that is open already only grows. */
    public void open(SpaceId id, Instant since) {
        jdbc.sql("""
                        update space set gap_since = least(gap_since, :since), gap_asked_at = null
                        where space_id = :id
                        """).param("since", at(since)).param("id", id.value()).update();
    }

    /** An operator is asked about what differs. */
    public void asked(SpaceId id, Instant now) {
        jdbc.sql("update space set gap_asked_at = coalesce(gap_asked_at, :now) where space_id = :id")
                .param("now", at(now))
                .param("id", id.value())
                .update();
    }

    /** Everything is known again. */
    public void close(SpaceId id) {
        jdbc.sql("update space set gap_since = null, gap_asked_at = null where space_id = :id")
                .param("id", id.value())
                .update();
    }

    /** True the first time that this copy of the database hears of that restoring. */
    public boolean isNewlyRestored(SpaceId id, String mark) {
        return jdbc.sql("update space set restored_mark = :mark where space_id = :id and restored_mark <> :mark")
                        .param("mark", mark)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
