package app.latchkey.sync.run;

import app.latchkey.sync.plan.Decision;
import app.latchkey.sync.plan.HeldPlan;
import app.latchkey.sync.plan.Subject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes that wait for somebody's yes. Within a space's scope. */
@Repository
class HeldPlans {

    private final JdbcClient jdbc;
    private final JsonText json;

    HeldPlans(JdbcClient jdbc, JsonText json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What is held now is the only open question; what was held otherwise before is no longer asked. */
    void only(Planned planned, long run, Instant now) {
        String fingerprint = planned.railed().held().map(HeldPlan::fingerprint).orElse("");
        jdbc.sql("""
                        update held_plan set state = 'SUPERSEDED', decided_at = :now
                        where state = 'OPEN' and fingerprint <> :fingerprint
                        """)
                .param("now", Rows.at(now))
                .param("fingerprint", fingerprint)
                .update();
        planned.railed().held().ifPresent(held -> ask(planned, held, run, now));
    }

    private void ask(Planned planned, HeldPlan held, long run, Instant now) {
        List<Map<String, Object>> shown =
                held.changes().stream().map(change -> shown(planned, change)).toList();
        jdbc.sql("""
                        insert into held_plan (fingerprint, lines, shown, run, state, opened_at)
                        select :fingerprint, cast(:lines as text[]), :shown::jsonb, :run, 'OPEN', :now
                        where not exists (select from held_plan where state = 'OPEN' and fingerprint = :fingerprint)
                        """)
                .param("fingerprint", held.fingerprint())
                .param("lines", held.lines().toArray(String[]::new))
                .param("shown", json.write(shown))
                .param("run", run)
                .param("now", Rows.at(now))
                .update();
    }

    /** An operator has said yes to these already, by name. */
    void approved(Collection<? extends Decision.Change> changes, long matchVersion, Instant now) {
        HeldPlan plan = HeldPlan.of(changes, matchVersion);
        jdbc.sql("""
                        insert into held_plan (fingerprint, lines, shown, run, state, opened_at, decided_at)
                        values (:fingerprint, cast(:lines as text[]), '[]', 0, 'APPROVED', :now, :now)
                        """)
                .param("fingerprint", plan.fingerprint())
                .param("lines", plan.lines().toArray(String[]::new))
                .param("now", Rows.at(now))
                .update();
    }

    private static Map<String, Object> shown(Planned planned, Decision.Change change) {
        Situation situation = planned.situation();
        String name = switch (change.subject()) {
            case Subject.SaltoUser known -> situation.name(known.user());
            case Subject.Newcomer newcomer -> situation.name(newcomer.customer());
        };
        return Map.of(
                "name", name, "group", situation.groupName(change.group()), "grant", change instanceof Decision.Grant);
    }
}
