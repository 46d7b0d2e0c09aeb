package app.latchkey.sync.run;

import app.latchkey.entitlement.Reason;
import app.latchkey.salto.Snapshot;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.sync.plan.Forecast;
import app.latchkey.sync.plan.HeldPlan;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.plan.Plan;
import app.latchkey.sync.plan.RailFacts;
import app.latchkey.sync.plan.RailLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What the rails weigh a plan against: forecasts, what was done lately, and what somebody approved. Within a space's scope. */
@Repository
class RailHistory {

    private static final Duration LATELY = Duration.ofHours(1);
    private static final Duration APPROVAL_HOLDS = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final JsonText json;
    private final Snapshot salto;

    RailHistory(JdbcClient jdbc, JsonText json, Snapshot salto) {
        this.jdbc = jdbc;
        this.json = json;
        this.salto = salto;
    }

    /** What decides about this plan of these users. Groups are counted only where their size can matter. */
    RailFacts facts(Plan plan, Collection<PlatformUserId> users, RailLimits limits, Instant now) {
        Map<AccessGroupId, Integer> suspended = recentSuspensions(now);
        Map<AccessGroupId, Integer> removed = with(recentRemovals(now), suspended, limits.suspensionsPerGroup());
        Map<AccessGroupId, Integer> waiting = waiting(users, now);
        int granted = recentGrants(now);
        boolean few = limits.letPass(
                plan.revokes().size() + RailFacts.sum(removed) + RailFacts.sum(waiting),
                plan.grants().size() + granted);
        return new RailFacts(
                few ? Map.of() : salto.memberCounts(),
                expected(users, now),
                removed,
                suspended,
                waiting,
                granted,
                approved(plan, now));
    }

    /**
     * Somebody was shown that these end now: each is expected until the next plan about its user, not counting a run that is under way. That
     * one may have planned before.
     */
    void previewed(Collection<Membership> removals, Instant now) {
        List<Map<String, Object>> rows = removals.stream()
                .map(membership -> row(Map.entry(membership, now)))
                .toList();
        jdbc.sql("""
                        insert into forecast (platform_user, group_id, ends_at, shown_after)
                        select platform_user, group_id, ends_at, (select coalesce(max(number), 0) from run)
                        from jsonb_to_recordset(:rows::jsonb) as r(platform_user uuid, group_id uuid, ends_at timestamptz)
                        on conflict (space_id, platform_user, group_id) do update
                          set ends_at = excluded.ends_at, shown_after = excluded.shown_after
                        """).param("rows", json.write(rows)).update();
    }

    /** Keeps the ends that this run has planned: of these users only, or of everybody. What was shown since it began stays. */
    void forecast(Forecast forecast, Collection<PlatformUserId> users, long run) {
        jdbc.sql("""
                        delete from forecast
                        where platform_user = any (cast(:users as uuid[])) and (shown_after is null or shown_after < :run)
                        """)
                .param("run", run)
                .param("users", users.stream().map(PlatformUserId::toString).toArray(String[]::new))
                .update();
        List<Map<String, Object>> rows =
                forecast.ends().entrySet().stream().map(RailHistory::row).toList();
        jdbc.sql("""
                        insert into forecast (platform_user, group_id, ends_at)
                        select platform_user, group_id, ends_at from jsonb_to_recordset(:rows::jsonb)
                          as r(platform_user uuid, group_id uuid, ends_at timestamptz)
                        on conflict do nothing
                        """).param("rows", json.write(rows)).update();
    }

    private static Map<String, Object> row(Entry<Membership, Instant> end) {
        return Map.of(
                "platform_user", end.getKey().user().value(),
                "group_id", end.getKey().group().value(),
                "ends_at", end.getValue());
    }

    Set<Membership> expected(Collection<PlatformUserId> users, Instant now) {
        return new HashSet<>(jdbc.sql("""
                        select platform_user, group_id from forecast
                        where ends_at <= :now and platform_user = any (:users)
                        """)
                .param("now", Rows.at(now))
                .param("users", users.stream().map(PlatformUserId::value).toArray(UUID[]::new))
                .query((row, number) -> Rows.membership(row))
                .list());
    }

    /** Suspensions above those that are always a few count with the rest. */
    private static Map<AccessGroupId, Integer> with(
            Map<AccessGroupId, Integer> removed, Map<AccessGroupId, Integer> suspended, int few) {
        Map<AccessGroupId, Integer> all = new HashMap<>(removed);
        suspended.forEach((group, number) -> {
            if (number > few) {
                all.merge(group, number - few, Integer::sum);
            }
        });
        return all;
    }

    Map<AccessGroupId, Integer> recentRemovals(Instant now) {
        return recently("UNEXPECTED", now);
    }

    Map<AccessGroupId, Integer> recentSuspensions(Instant now) {
        return recently(new Reason.Suspended().code(), now);
    }

    private Map<AccessGroupId, Integer> recently(String reason, Instant now) {
        return byGroup(jdbc.sql("""
                        select group_id, count(*) as number from run_change
                        where what = 'REVOKE' and state = 'DONE' and reason = :reason and at > :since and at <= :now
                        group by group_id
                        """)
                .param("reason", reason)
                .param("since", Rows.at(now.minus(LATELY)))
                .param("now", Rows.at(now)));
    }

    /** Others whom the last plans wanted out, held or not yet done, and whose end nobody has expected or approved. */
    Map<AccessGroupId, Integer> waiting(Collection<PlatformUserId> users, Instant now) {
        return byGroup(jdbc.sql("""
                        select group_id, count(*) as number from standing
                        where verdict in ('HELD_REMOVAL', 'LEAVING')
                          and platform_user is not null and not platform_user = any (:users)
                          and not exists (select from forecast
                            where forecast.platform_user = standing.platform_user
                              and forecast.group_id = standing.group_id and ends_at <= :now)
                          and not exists (select from held_plan cross join unnest(lines) as line
                            where state = 'APPROVED' and decided_at > :since and line like
                              'revoke Salto user ' || standing.platform_user || ' in ' || standing.group_id || ' %')
                        group by group_id
                        """)
                .param("users", users.stream().map(PlatformUserId::value).toArray(UUID[]::new))
                .param("since", Rows.at(now.minus(APPROVAL_HOLDS)))
                .param("now", Rows.at(now)));
    }

    private static Map<AccessGroupId, Integer> byGroup(StatementSpec counted) {
        Map<AccessGroupId, Integer> counts = new HashMap<>();
        counted.query(row -> {
            counts.put(new AccessGroupId(row.getObject("group_id", UUID.class)), row.getInt("number"));
        });
        return counts;
    }

    int recentGrants(Instant now) {
        return jdbc.sql("""
                        select count(*) from run_change
                        where what = 'GRANT' and state = 'DONE' and reason is null and at > :since and at <= :now
                        """)
                .param("since", Rows.at(now.minus(LATELY)))
                .param("now", Rows.at(now))
                .query(Integer.class)
                .single();
    }

    /** A yes is good for one time: what was done since is asked again when it comes up again. */
    Set<String> approved(Plan plan, Instant now) {
        String[] lines = plan.changes().stream()
                .map(change -> HeldPlan.line(change, plan.matchVersion()))
                .toArray(String[]::new);
        return new HashSet<>(jdbc.sql("""
                        select line from held_plan cross join unnest(lines) as line
                        where state = 'APPROVED' and decided_at > :since and line = any (cast(:lines as text[]))
                          and not exists (select from run_change
                            where run_change.state = 'DONE' and at > decided_at and line like
                              lower(what) || ' Salto user ' || platform_user || ' in ' || group_id || ' %')
                        """)
                .param("since", Rows.at(now.minus(APPROVAL_HOLDS)))
                .param("lines", lines)
                .query(String.class)
                .list());
    }
}
