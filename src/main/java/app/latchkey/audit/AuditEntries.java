package app.latchkey.audit;

import app.latchkey.shared.SpaceId;
import app.latchkey.space.Seals.Seal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code audit_entry}, in the scope of its space. */
@Repository
class AuditEntries {

    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    AuditEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds the space's chain until the transaction ends. */
    void oneAtATime(SpaceId space) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('audit:' || :space, 0))")
                .param("space", space.toString())
                .query((row, number) -> true)
                .list();
    }

    Optional<SealedEntry> last(SpaceId space) {
        return jdbc.sql("select * from audit_entry where space_id = :space order by number desc limit 1")
                .param("space", space.value())
                .query(this::read)
                .optional();
    }

    List<AuditEntry> latest(SpaceId space, int limit) {
        return jdbc.sql("select * from audit_entry where space_id = :space order by number desc limit :limit")
                .param("space", space.value())
                .param("limit", limit)
                .query((row, number) -> read(row, number).entry())
                .list();
    }

    List<SealedEntry> oldestFirst(SpaceId space) {
        return jdbc.sql("select * from audit_entry where space_id = :space order by number")
                .param("space", space.value())
                .query(this::read)
                .list();
    }

    void add(SpaceId space, SealedEntry sealed) {
        AuditEntry entry = sealed.entry();
        jdbc.sql("""
                        insert into audit_entry (space_id, number, at, who, what, details, key_id, seal)
                        values (:space, :number, :at, :who, :what, :details::jsonb, :key, :seal)
                        """)
                .param("space", space.value())
                .param("number", entry.number())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("who", entry.who())
                .param("what", entry.what())
                .param("details", json.writeValueAsString(entry.details()))
                .param("key", sealed.seal().keyId())
                .param("seal", sealed.seal().value())
                .update();
    }

    private SealedEntry read(ResultSet row, int number) throws SQLException {
        AuditEntry entry = new AuditEntry(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("who"),
                row.getString("what"),
                json.readValue(row.getString("details"), DETAILS));
        return new SealedEntry(entry, new Seal(row.getString("key_id"), row.getBytes("seal")));
    }
}
