package app.latchkey.sync.run;

import app.latchkey.sync.Review;
import app.latchkey.sync.ReviewChanges;
import app.latchkey.sync.ReviewLine;
import app.latchkey.sync.ReviewState;
import app.latchkey.sync.SourceProgress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** The review of a space, as far as it has come. Within the space's scope. */
@Repository
class ReviewRows {

    private static final TypeReference<List<SourceProgress>> SOURCES = new TypeReference<>() {};
    private static final TypeReference<List<ReviewLine>> LINES = new TypeReference<>() {};
    private static final TypeReference<ReviewChanges> CHANGES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonText json;

    ReviewRows(JdbcClient jdbc, JsonText json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Review> find() {
        return jdbc.sql("""
                        select state, started_at, ready_at, sources::text as sources, lines::text as lines, mails, seats,
                          fingerprint, changes::text as changes, trouble
                        from review
                        """).query((row, number) -> review(row)).optional();
    }

    void begin(Instant now) {
        jdbc.sql("""
                        insert into review (state, started_at) values ('READING', :now)
                        on conflict (space_id) do update set state = 'READING', started_at = :now, ready_at = null,
                          sources = '[]', changes = null, trouble = null
                        """).param("now", Rows.at(now)).update();
    }

    void progress(List<SourceProgress> sources) {
        jdbc.sql("update review set sources = :sources::jsonb")
                .param("sources", json.write(sources))
                .update();
    }

    void ready(Evaluation evaluation, Optional<ReviewChanges> changes, Instant now) {
        jdbc.sql("""
                        update review set state = 'READY', ready_at = :now, lines = :lines::jsonb, mails = :mails,
                          seats = :seats, fingerprint = :fingerprint, changes = :changes::jsonb, trouble = null
                        """)
                .param("now", Rows.at(now))
                .param("lines", json.write(evaluation.lines()))
                .param("mails", evaluation.mails())
                .param("seats", evaluation.seats())
                .param("changes", changes.map(json::write).orElse(null))
                .param("fingerprint", evaluation.fingerprint())
                .update();
    }

    /** A reading that had stopped is tried again. */
    void goOn() {
        jdbc.sql("update review set state = 'READING', trouble = null where state = 'STOPPED'")
                .update();
    }

    void stopped(String trouble) {
        jdbc.sql("update review set state = 'STOPPED', trouble = :trouble")
                .param("trouble", trouble)
                .update();
    }

    private Review review(ResultSet row) throws SQLException {
        return new Review(
                ReviewState.valueOf(row.getString("state")),
                Rows.instant(row, "started_at"),
                Rows.instant(row, "ready_at"),
                json.read(row.getString("sources"), SOURCES),
                json.read(row.getString("lines"), LINES),
                row.getInt("mails"),
                row.getInt("seats"),
                row.getString("fingerprint"),
                Optional.ofNullable(row.getString("changes")).map(text -> json.read(text, CHANGES)),
                Optional.ofNullable(row.getString("trouble")));
    }
}
