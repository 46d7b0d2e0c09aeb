package app.latchkey.operator;

import app.latchkey.sync.TroubleCause;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code service_alert}. */
@Repository
class StaffAlertRows {

    private final JdbcClient jdbc;

    StaffAlertRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** System. */
    Map<TroubleCause, Alert> all() {
        Map<TroubleCause, Alert> all = new HashMap<>();
        jdbc.sql("select * from service_alert").query(row -> {
            Alert alert = AlertRows.alert(row);
            all.put(alert.cause(), alert);
        });
        return all;
    }

    /** System: false when another node has seen it first. */
    boolean keep(Alert alert) {
        return jdbc.sql("""
            insert into service_alert (cause, seen_at, since, cause_seen_at, told, over_at)
            values (:cause, :seen, :since, :causeSeen, :told, :over)
            on conflict (cause) do update set since = excluded.since, told = excluded.told, over_at = excluded.over_at
              where service_alert.seen_at = excluded.seen_at
            """).params(AlertRows.parameters(alert)).update() == 1;
    }

    /** System. */
    void forget(TroubleCause cause) {
        jdbc.sql("delete from service_alert where cause = :cause")
                .param("cause", cause.key())
                .update();
    }
}
