package app.latchkey.sync.read;

import app.latchkey.shared.SpaceId;
import app.latchkey.sync.DeadLetter;
import app.latchkey.sync.Subject;
import app.latchkey.sync.run.Rows;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Due work that fails again and again, with what its last run said. Within the staff's scope. */
@Repository
class DeadLetterRows {

    private final JdbcClient jdbc;

    DeadLetterRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<DeadLetter> all() {
        return jdbc.sql("""
                        select due.space_id, space.slug, due.subject, due.attempts, due.since, last.trouble
                        from due_work due join space using (space_id)
                        left join lateral (
                          select trouble from run
                          where run.space_id = due.space_id and run.subject = due.subject and trouble is not null
                          order by number desc limit 1) last on true
                        where due.attempts >= :attempts order by due.since, space.slug, due.subject
                        """)
                .param("attempts", DeadLetter.ATTEMPTS)
                .query((row, number) -> new DeadLetter(
                        new SpaceId(row.getObject("space_id", UUID.class)),
                        row.getString("slug"),
                        Subject.of(row.getString("subject")),
                        row.getInt("attempts"),
                        Rows.instant(row, "since").orElseThrow(),
                        Optional.ofNullable(row.getString("trouble")).orElse("No run has said why.")))
                .list();
    }
}
