package app.latchkey.salto;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code salto_source}: when each source was last read whole. Salto's lists are short enough to be read in one go. */
@Repository("saltoReadRows")
class ReadRows {

    private final JdbcClient jdbc;

    ReadRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(SaltoSource source, int rows, Instant seenAt) {
        jdbc.sql("""
                        insert into salto_source (source, complete_at, generation, row_count) values (:source, :seen, 1, :rows)
                        on conflict (space_id, source) do update
                        set complete_at = excluded.complete_at, generation = salto_source.generation + 1,
                            row_count = excluded.row_count
                        """)
                .param("source", source.name())
                .param("seen", seenAt.atOffset(ZoneOffset.UTC))
                .param("rows", rows)
                .update();
    }

    Optional<Instant> seenAt(SaltoSource source) {
        return jdbc.sql("select complete_at from salto_source where source = :source")
                .param("source", source.name())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
