package app.latchkey.sync.run;

import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what grows with time within bounds. Within a space's scope. */
@Component
class Retention {

    private final JdbcClient jdbc;
    private final Duration runs;
    private final Duration events;
    private final Duration history;

    Retention(
            JdbcClient jdbc,
            @Value("${latchkey.keep.runs:90d}") Duration runs,
            @Value("${latchkey.keep.door-events:90d}") Duration events,
            @Value("${latchkey.keep.history:1095d}") Duration history) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.events = events;
        this.history = history;
    }

    /** Runs with their steps, decisions that were made and calls that were answered; and, much later, who was in which group. */
    void sweep(Instant now) {
        Instant before = now.minus(runs);
        forget("delete from run where started_at < :before", before);
        forget("delete from held_plan where state <> 'OPEN' and decided_at < :before", before);
        forget("delete from help_call where seen_at < :before", before);
        forget("delete from gift where until_at < :before", before);
        forget("delete from agreement_day where day < :before", before);
        forget("delete from door_event where at < :before", now.minus(events));
        forget("delete from door_check_in where day_ends < :before", now.minus(events));
        forget("delete from ledger_past where upper(during) < :before", now.minus(history));
    }

    private void forget(String sql, Instant before) {
        jdbc.sql(sql).param("before", Rows.at(before)).update();
    }
}
