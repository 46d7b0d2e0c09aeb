package app.latchkey.sync.run;

import app.latchkey.people.LinkState;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.sync.plan.CustomerLink;
import app.latchkey.sync.plan.Hindrance;
import app.latchkey.sync.plan.Link;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What the last plan said of each person and group. Within a space's scope. */
@Repository
class Standings {

    private static final String BEFORE = "select person, group_id, verdict, reason, since from standing";
    private static final String OF_PEOPLE = " where customer_id = any (:customers) or platform_user = any (:users)";

    private final JdbcClient jdbc;
    private final JsonText json;

    Standings(JdbcClient jdbc, JsonText json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A verdict that stood before, and since when. */
    record Before(String verdict, @Nullable String reason, Instant since) {}

    Map<String, Before> before() {
        return before(jdbc.sql(BEFORE));
    }

    /** Of these people only. */
    Map<String, Before> before(Collection<CustomerId> persons, Collection<PlatformUserId> users) {
        return before(of(BEFORE + OF_PEOPLE, persons, users));
    }

    /** How many others wait for a seat. */
    int waitForASeat(Collection<CustomerId> besides) {
        return jdbc.sql("""
                        select count(distinct person) from standing
                        where verdict = 'WITHHELD' and reason = 'no-seat'
                          and not coalesce(customer_id = any (:customers), false)
                        """)
                .param("customers", Entitled.ids(besides))
                .query(Integer.class)
                .single();
    }

    private static Map<String, Before> before(StatementSpec rows) {
        Map<String, Before> before = new HashMap<>();
        rows.query(row -> {
            before.put(
                    row.getString("person") + row.getString("group_id"),
                    new Before(
                            row.getString("verdict"),
                            row.getString("reason"),
                            Rows.instant(row, "since").orElseThrow()));
        });
        return before;
    }

    private StatementSpec of(String sql, Collection<CustomerId> persons, Collection<PlatformUserId> users) {
        return jdbc.sql(sql)
                .param("customers", Entitled.ids(persons))
                .param("users", users.stream().map(PlatformUserId::value).toArray(UUID[]::new));
    }

    void notUnderstood(Collection<CustomerId> customers) {
        jdbc.sql("update standing set reason = 'not-understood' where customer_id = any (:customers)")
                .param("customers", Entitled.ids(customers))
                .update();
    }

    static boolean isNew(Standing standing, Map<String, Before> before) {
        Before known = before.get(standing.person() + standing.group());
        return known == null
                || !known.verdict().equals(standing.verdict().name())
                || !java.util.Objects.equals(known.reason(), standing.reasonCode());
    }

    void replace(
            Collection<CustomerId> persons,
            Collection<PlatformUserId> users,
            List<Standing> standings,
            Map<String, Before> before,
            long run,
            Instant now) {
        of("delete from standing" + OF_PEOPLE, persons, users).update();
        insert(standings, before, run, now);
    }

    void replaceAll(List<Standing> standings, Map<String, Before> before, long run, Instant now) {
        jdbc.sql("delete from standing").update();
        insert(standings, before, run, now);
    }

    private void insert(List<Standing> standings, Map<String, Before> before, long run, Instant now) {
        List<Map<String, Object>> rows =
                standings.stream().map(standing -> row(standing, before, now)).toList();
        jdbc.sql("""
                        insert into standing (person, group_id, customer_id, platform_user, name, verdict, reason, during,
                          because, since, run)
                        select person, group_id, customer_id, platform_user, name, verdict, reason,
                          case when from_at is null then null else tstzrange(from_at, until_at) end,
                          because::jsonb, since, :run
                        from jsonb_to_recordset(:rows::jsonb) as r(person text, group_id uuid, customer_id bigint,
                          platform_user uuid, name text, verdict text, reason text, from_at timestamptz,
                          until_at timestamptz, because text, since timestamptz)
                        on conflict (space_id, person, group_id) do nothing
                        """).param("run", run).param("rows", json.write(rows)).update();
    }

    private Map<String, Object> row(Standing standing, Map<String, Before> before, Instant now) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("person", standing.person());
        row.put("group_id", standing.group().value());
        Optional.ofNullable(standing.customer()).ifPresent(id -> row.put("customer_id", id.value()));
        Optional.ofNullable(standing.user()).ifPresent(id -> row.put("platform_user", id.value()));
        row.put("name", standing.name());
        row.put("verdict", standing.verdict().name());
        Optional.ofNullable(standing.reasonCode()).ifPresent(reason -> row.put("reason", reason));
        Optional.ofNullable(standing.window()).ifPresent(window -> {
            row.put("from_at", window.from());
            window.end().ifPresent(end -> row.put("until_at", end));
        });
        row.put("because", json.because(standing.because()));
        Before known = before.get(standing.person() + standing.group());
        row.put(
                "since",
                known != null && known.verdict().equals(standing.verdict().name()) ? known.since() : now);
        return row;
    }

    /** Somebody who was invited after the plan was made is known by the link that came of it. */
    void links(Situation situation, Set<CustomerId> persons) {
        List<Map<String, Object>> rows = persons.stream()
                .flatMap(person -> situation.linkOf(person).stream())
                .map(person -> link(situation, person))
                .toList();
        jdbc.sql("""
                        insert into standing_link (customer_id, platform_user, reason)
                        select r.customer_id, coalesce(r.platform_user, invited.platform_user_id), r.reason
                        from jsonb_to_recordset(:rows::jsonb) as r(customer_id bigint, platform_user uuid, reason text)
                        left join link invited on invited.customer_id = r.customer_id and r.reason is null
                        on conflict (space_id, customer_id) do update set
                          platform_user = excluded.platform_user, reason = excluded.reason
                        where (standing_link.platform_user, standing_link.reason)
                          is distinct from (excluded.platform_user, excluded.reason)
                        """).param("rows", json.write(rows)).update();
    }

    private static Map<String, Object> link(Situation situation, CustomerLink person) {
        CustomerId id = person.person().customer();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("customer_id", id.value());
        Optional.ofNullable(situation.links().get(id))
                .flatMap(LinkState::linkedUser)
                .ifPresent(user -> row.put("platform_user", user.value()));
        if (person.link() instanceof Link.Withheld withheld) {
            row.put("reason", Hindrance.of(withheld.reason()).code());
        }
        return row;
    }
}
