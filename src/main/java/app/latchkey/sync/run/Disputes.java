package app.latchkey.sync.run;

import app.latchkey.entitlement.Because;
import app.latchkey.sync.plan.BackAndForth;
import app.latchkey.sync.plan.Decision.Grant;
import app.latchkey.sync.plan.Decision.Withhold;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.plan.Plan;
import app.latchkey.sync.plan.Subject;
import app.latchkey.sync.plan.WithheldReason;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Memberships that somebody else keeps changing, in table {@code dispute} and by what runs have written lately. Within a space's scope. */
@Repository
public class Disputes {

    /** How many wait for an operator: whoever was taken out by hand is asked about anew each time, whoever comes and goes is asked about once. */
    public static final String OPEN = """
            from standing left join dispute using (space_id, platform_user, group_id)
            where standing.verdict = 'WITHHELD' and (
              standing.reason = 'taken-out-by-hand' and coalesce(left_out_at < standing.since, true)
              or standing.reason = 'disputed' and left_out_at is null)
            """;

    private static final Duration LATELY = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final JsonText json;
    private final int most;

    /** @param most how often the same may be granted to somebody within a day */
    Disputes(JdbcClient jdbc, JsonText json, @Value("${latchkey.sync.most-grants-a-day:4}") int most) {
        this.jdbc = jdbc;
        this.json = json;
        this.most = most;
    }

    /** The plan without what would be written once more in vain. */
    Plan stop(Plan plan, Instant now) {
        UUID[] users = users(plan);
        return users.length == 0
                ? plan
                : new BackAndForth(lately(users, now.minus(LATELY)), stopped(users), most).stop(plan);
    }

    private static UUID[] users(Plan plan) {
        return plan.grants().stream()
                .map(Grant::subject)
                .filter(Subject.SaltoUser.class::isInstance)
                .map(Subject.SaltoUser.class::cast)
                .map(known -> known.user().value())
                .distinct()
                .toArray(UUID[]::new);
    }

    /** The reasons of each grant since then, as far as nobody has allowed another beginning. */
    Map<Membership, List<List<Because>>> lately(UUID[] users, Instant since) {
        return rows(jdbc.sql("""
                                select platform_user, group_id, run_change.because::text as because
                                from run_change left join dispute using (space_id, platform_user, group_id)
                                where what = 'GRANT' and state = 'DONE' and platform_user = any (:users) and at > :since
                                  and coalesce(at > allowed_at, true)
                                """).param("users", users).param("since", Rows.at(since)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** For what we do not let them in. */
    Map<Membership, List<Because>> stopped(UUID[] users) {
        Map<Membership, List<Because>> stopped = new HashMap<>();
        rows(jdbc.sql("""
                                select platform_user, group_id, because::text as because from dispute
                                where platform_user = any (:users)
                                """).param("users", users)).forEach(row -> stopped.put(row.getKey(), row.getValue()));
        return stopped;
    }

    private Stream<Map.Entry<Membership, List<Because>>> rows(StatementSpec sql) {
        return sql
                .query((row, number) ->
                        Map.entry(Rows.membership(row), json.understood(row.getString("because"), Because.class)))
                .list()
                .stream();
    }

    /** From now on somebody is asked, and nothing is written for these reasons. */
    void open(Plan plan) {
        List<Map<String, Object>> rows = plan.only(Withhold.class)
                .filter(withhold -> withhold.reason() == WithheldReason.BACK_AND_FORTH)
                .map(this::row)
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into dispute (platform_user, group_id, because)
                        select platform_user, group_id, because::jsonb
                        from jsonb_to_recordset(:rows::jsonb) as r(platform_user uuid, group_id uuid, because text)
                        on conflict (space_id, platform_user, group_id) do update
                          set because = excluded.because, left_out_at = null
                          where not dispute.because @> excluded.because
                        """).param("rows", json.write(rows)).update();
    }

    private Map<String, Object> row(Withhold withhold) {
        return switch (withhold.subject()) {
            case Subject.SaltoUser known ->
                Map.of(
                        "platform_user", known.user().value(),
                        "group_id", withhold.group().value(),
                        "because", json.because(withhold.because()));
            case Subject.Newcomer newcomer ->
                throw new IllegalStateException("Granted before without being a Salto user: " + newcomer);
        };
    }

    /** We may let the person in again, and count from now. */
    void allow(Membership membership, Instant now) {
        put("""
                insert into dispute (platform_user, group_id, allowed_at) values (:user, :group, :now)
                on conflict (space_id, platform_user, group_id) do update
                  set allowed_at = excluded.allowed_at, left_out_at = null, because = '[]'
                """, membership, now);
    }

    /** The person stays out, and nobody is asked again. */
    void leaveOut(Membership membership, Instant now) {
        put("""
                insert into dispute (platform_user, group_id, left_out_at) values (:user, :group, :now)
                on conflict (space_id, platform_user, group_id) do update set left_out_at = excluded.left_out_at
                """, membership, now);
    }

    private void put(String sql, Membership membership, Instant now) {
        jdbc.sql(sql)
                .param("user", membership.user().value())
                .param("group", membership.group().value())
                .param("now", Rows.at(now))
                .update();
    }
}
