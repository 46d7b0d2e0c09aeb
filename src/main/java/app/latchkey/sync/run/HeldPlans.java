package app.latchkey.sync.run;

import app.latchkey.sync.plan.Decision;
import app.latchkey.sync.plan.HeldPlan;
import app.latchkey.sync.plan.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes that wait for somebody's yes. Within a space's scope. */
@Repository
class HeldPlans {

    private static final Duration ANEW = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final JsonText json;

    HeldPlans(JdbcClient jdbc, JsonText json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What is held now is the only open question; what was held otherwise before, or too long ago, is no longer asked. */
    void only(Planned planned, long run, Instant now) {
        String fingerprint = planned.railed().held().map(HeldPlan::fingerprint).orElse("");
        Instant since = heldSince(now);
        jdbc.sql("""
                        update held_plan set state = 'SUPERSEDED', decided_at = :now
                        where state = 'OPEN' and (fingerprint <> :fingerprint or coalesce(held_since, opened_at) < :since)
                        """)
                .param("now", Rows.at(now))
                .param("fingerprint", fingerprint)
                .param("since", Rows.at(since))
                .update();
        planned.railed().held().ifPresent(held -> ask(planned, held, run, since, now));
    }

    /** The question goes on when facts change; after a week it is a new one. */
    private Instant heldSince(Instant now) {
        return jdbc.sql("""
                        select min(coalesce(held_since, opened_at)) from held_plan where state = 'OPEN'
                        having min(coalesce(held_since, opened_at)) > :old
                        """)
                .param("old", Rows.at(now.minus(ANEW)))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(now);
    }

    private void ask(Planned planned, HeldPlan held, long run, Instant since, Instant now) {
        List<Map<String, Object>> shown =
                held.changes().stream().map(change -> shown(planned, change)).toList();
        jdbc.sql("""
                        insert into held_plan (fingerprint, lines, shown, run, state, opened_at, held_since)
                        select :fingerprint, cast(:lines as text[]), :shown::jsonb, :run, 'OPEN', :now, :since
                        where not exists (select from held_plan where state = 'OPEN' and fingerprint = :fingerprint)
                        """)
                .param("fingerprint", held.fingerprint())
                .param("lines", held.lines().toArray(String[]::new))
                .param("shown", json.write(shown))
                .param("run", run)
                .param("since", Rows.at(since))
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
