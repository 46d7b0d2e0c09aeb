package app.latchkey.sync.run;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.Entitlement;
import app.latchkey.shared.CustomerId;
import app.latchkey.sync.GapQuestion.Found;
import app.latchkey.sync.GapQuestion.Line;
import app.latchkey.sync.ReviewAnswer.InGroup;
import app.latchkey.sync.plan.Comparison.Finding;
import app.latchkey.sync.plan.Membership;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What Salto and the ledger disagree about after a gap, in table {@code gap_line}. Within a space's scope. */
@Repository
class GapLines {

    private final JdbcClient jdbc;
    private final JsonText json;

    GapLines(JdbcClient jdbc, JsonText json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** When the last run that is recorded was alive; empty in a space that never ran. */
    Optional<Instant> lastRun() {
        return jdbc.sql("""
                        select coalesce(ended_at, started_at) from run where kind in ('FULL', 'TARGETED')
                        order by number desc limit 1
                        """).query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
    }

    /** Memberships of which the last run knew that somebody else has made them. */
    Set<Membership> byHand() {
        return memberships("""
                select platform_user, group_id from standing
                where platform_user is not null and verdict in ('BY_HAND', 'PINNED')
                """);
    }

    /** Those in Salto about which an operator is asked. */
    Set<Membership> asked() {
        return memberships("""
                select platform_user, group_id from gap_line where found in ('ENTITLED', 'WAS_ENTITLED', 'UNEXPLAINED')
                """);
    }

    private Set<Membership> memberships(String sql) {
        return new HashSet<>(
                jdbc.sql(sql).query((row, number) -> Rows.membership(row)).list());
    }

    /** From now on these are what is asked. */
    void only(Collection<Finding> findings, Situation situation) {
        clear();
        List<Map<String, Object>> rows =
                findings.stream().map(finding -> row(finding, situation)).toList();
        jdbc.sql("""
                        insert into gap_line (platform_user, group_id, found, name, group_name, reasons)
                        select platform_user, group_id, found, name, group_name, reasons
                        from jsonb_to_recordset(:rows::jsonb) as r(platform_user uuid, group_id uuid, found text,
                          name text, group_name text, reasons jsonb)
                        """).param("rows", json.write(rows)).update();
    }

    private Map<String, Object> row(Finding finding, Situation situation) {
        Membership membership = finding.membership();
        return Map.of(
                "platform_user", membership.user().value(),
                "group_id", membership.group().value(),
                "found", finding.kind().name(),
                "name", situation.name(membership.user()),
                "group_name", situation.groupName(membership.group()),
                "reasons",
                        finding.reasons().stream()
                                .map(reason -> EntitlementRow.of(reason, json))
                                .toList());
    }

    void clear() {
        jdbc.sql("delete from gap_line").update();
    }

    List<Line> lines() {
        return jdbc.sql("""
                        select platform_user, group_id, found, name, group_name,
                               jsonb_path_query_array(reasons, '$[*].because')::text as because
                        from gap_line
                        order by lower(name), natural_order(group_name), platform_user
                        """).query((row, number) -> line(row)).list();
    }

    private Line line(ResultSet row) throws SQLException {
        Membership membership = Rows.membership(row);
        List<Because> because =
                json.becauseList(row.getString("because")).stream().distinct().toList();
        return new Line(
                new InGroup(membership.user(), membership.group()),
                row.getString("name"),
                row.getString("group_name"),
                Rows.named(row, "found", Found.FROM_NEWER_VERSION),
                because);
    }

    /** What explains each, for whoever decides by it: that this version does not understand one of them is a failure. */
    Map<Membership, List<Entitlement>> reasons() {
        return jdbc.sql("""
                        select line.platform_user, line.group_id, reason.customer_id, reason.from_at, reason.until_at,
                               reason.because::text as because
                        from gap_line line cross join lateral jsonb_to_recordset(line.reasons) as reason(
                          customer_id bigint, from_at timestamptz, until_at timestamptz, because jsonb)
                        """).query((row, number) -> Map.entry(Rows.membership(row), reason(row))).list().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, HashMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private Entitlement reason(ResultSet row) throws SQLException {
        return new Entitlement(
                new CustomerId(row.getLong("customer_id")),
                Rows.membership(row).group(),
                Rows.window(row),
                json.oneBecause(row.getString("because")));
    }
}
