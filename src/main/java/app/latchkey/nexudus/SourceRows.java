package app.latchkey.nexudus;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code nexudus_source}: how the last reading of each source went, and when it was last whole. */
@Repository("nexudusSourceRows")
class SourceRows {

    private final JdbcClient jdbc;

    SourceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(SourceRead read, Instant seenAt) {
        jdbc.sql("""
                        insert into nexudus_source
                            (source, read_at, complete, complete_at, generation, row_count, total, quarantined, trouble)
                        values (:source, :seen, :complete, case when :complete then :seen end, 1, :rows, :total, :quarantined, :trouble)
                        on conflict (space_id, source) do update
                        set read_at = excluded.read_at, complete = excluded.complete,
                            complete_at = coalesce(excluded.complete_at, nexudus_source.complete_at),
                            generation = nexudus_source.generation + 1, row_count = excluded.row_count,
                            total = excluded.total, quarantined = excluded.quarantined, trouble = excluded.trouble
                        """)
                .param("source", read.source().name())
                .param("seen", seenAt.atOffset(ZoneOffset.UTC))
                .param("complete", read.complete())
                .param("rows", read.rows())
                .param("total", read.total())
                .param("quarantined", read.quarantined().toArray(String[]::new))
                .param("trouble", read.trouble().orElse(null))
                .update();
    }

    Optional<Instant> completeAt(Source source) {
        return jdbc.sql("select complete_at from nexudus_source where source = :source and complete_at is not null")
                .param("source", source.name())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    void forgetAll() {
        jdbc.sql("delete from nexudus_source").update();
    }

    List<SourceRead> all() {
        return jdbc.sql("select source, complete, row_count, total, quarantined, trouble from nexudus_source")
                .query((row, number) -> new SourceRead(
                        Source.valueOf(row.getString("source")),
                        row.getBoolean("complete"),
                        row.getInt("row_count"),
                        row.getInt("total"),
                        List.of((String[]) row.getArray("quarantined").getArray()),
                        Set.of(),
                        Optional.ofNullable(row.getString("trouble"))))
                .list();
    }
}
