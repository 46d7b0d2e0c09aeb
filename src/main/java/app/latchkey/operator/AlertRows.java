package app.latchkey.operator;

import app.latchkey.shared.SpaceId;
import app.latchkey.sync.TroubleCause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code space_alert}. */
@Repository
class AlertRows {

    private final JdbcClient jdbc;

    AlertRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** System. */
    Map<SpaceId, Alert> all() {
        Map<SpaceId, Alert> all = new HashMap<>();
        jdbc.sql("select * from space_alert").query(row -> {
            all.put(new SpaceId(row.getObject("space_id", UUID.class)), alert(row));
        });
        return all;
    }

    /** Space: false when another node has seen it first, as another trouble. */
    boolean keep(SpaceId space, Alert alert) {
        return jdbc.sql("""
            insert into space_alert (space_id, seen_at, since, cause, cause_seen_at, told, over_at)
            values (:space, :seen, :since, :cause, :causeSeen, :told, :over)
            on conflict (space_id) do update
              set since = excluded.since, cause = excluded.cause, cause_seen_at = excluded.cause_seen_at,
                  told = excluded.told, over_at = excluded.over_at
              where space_alert.seen_at = excluded.seen_at
            """)
                        .param("space", space.value())
                        .params(parameters(alert))
                        .update()
                == 1;
    }

    /** Space. */
    void forget(SpaceId space) {
        jdbc.sql("delete from space_alert where space_id = :space")
                .param("space", space.value())
                .update();
    }

    static Map<String, ?> parameters(Alert alert) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("seen", utc(alert.seen()));
        parameters.put("since", utc(alert.since()));
        parameters.put("cause", alert.cause().key());
        parameters.put("causeSeen", utc(alert.causeSeen()));
        parameters.put(
                "told", alert.told().stream().map(TroubleCause::key).sorted().toArray(String[]::new));
        parameters.put(
                "over",
                new SqlParameterValue(
                        Types.TIMESTAMP_WITH_TIMEZONE,
                        alert.over().map(AlertRows::utc).orElse(null)));
        return parameters;
    }

    static Alert alert(ResultSet row) throws SQLException {
        return new Alert(
                instant(row, "seen_at").orElseThrow(),
                instant(row, "since").orElseThrow(),
                TroubleCause.parse(row.getString("cause")),
                instant(row, "cause_seen_at").orElseThrow(),
                Arrays.stream((String[]) row.getArray("told").getArray())
                        .map(TroubleCause::parse)
                        .collect(Collectors.toUnmodifiableSet()),
                instant(row, "over_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
