package app.latchkey.sync.run;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.Entitlement;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.sync.plan.LedgerRow;
import app.latchkey.sync.plan.Membership;
import app.latchkey.sync.plan.Ownership;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Whose each group membership is, with its reasons. Within a space's scope. */
@Repository
class Ledger {

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private static final String REASONS = """
            select platform_user, group_id, customer_id, lower(during) as from_at, upper(during) as until_at,
                   because::text as because
            from ledger_reason
            """;
    private static final String ROWS = "select platform_user, group_id, ownership from ledger";
    private static final String OF_USERS = " where platform_user = any (:users)";
    private static final String PUT_BACK = "select platform_user, group_id from ledger where put_back > 0";

    private final JdbcClient jdbc;
    private final JsonText json;

    Ledger(JdbcClient jdbc, JsonText json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<LedgerRow> all() {
        return rows(jdbc.sql(REASONS), jdbc.sql(ROWS));
    }

    /** The rows of these Salto users. */
    List<LedgerRow> of(Set<PlatformUserId> users) {
        UUID[] ids = users.stream().map(PlatformUserId::value).toArray(UUID[]::new);
        return rows(
                jdbc.sql(REASONS + OF_USERS).param("users", ids),
                jdbc.sql(ROWS + OF_USERS).param("users", ids));
    }

    private List<LedgerRow> rows(StatementSpec reasonsOfRows, StatementSpec rows) {
        Map<Membership, List<Entitlement>> reasons = new HashMap<>();
        Set<Membership> unreadable = new HashSet<>();
        reasonsOfRows.query(row -> {
            Membership membership = Rows.membership(row);
            Optional<Because> because = json.readable(row.getString("because"));
            if (because.isEmpty()) {
                unreadable.add(membership);
            } else {
                reasons.computeIfAbsent(membership, _ -> new ArrayList<>()).add(reason(row, because.get()));
            }
        });
        unreadable.forEach(
                membership -> LOG.error("The ledger's row {} cannot be read; it is left as it is", membership));
        return rows.query((row, number) -> new LedgerRow(
                        Rows.membership(row),
                        unreadable.contains(Rows.membership(row))
                                ? Ownership.UNREADABLE
                                : Ownership.valueOf(row.getString("ownership")),
                        reasons.getOrDefault(Rows.membership(row), List.of())))
                .list();
    }

    Set<AccessGroupId> groups() {
        return new HashSet<>(jdbc.sql("select distinct group_id from ledger")
                .query((row, number) -> new AccessGroupId(row.getObject("group_id", UUID.class)))
                .list());
    }

    /** Memberships that we have put back once already after somebody had ended them. */
    Set<Membership> putBack() {
        return putBack(jdbc.sql(PUT_BACK));
    }

    Set<Membership> putBack(Set<PlatformUserId> users) {
        return putBack(jdbc.sql(PUT_BACK + " and platform_user = any (:users)")
                .param("users", users.stream().map(PlatformUserId::value).toArray(UUID[]::new)));
    }

    private static Set<Membership> putBack(StatementSpec rows) {
        return new HashSet<>(rows.query((row, number) -> Rows.membership(row)).list());
    }

    /** The row is ours from now on, or is ours again. */
    void put(Membership membership, Ownership ownership, Collection<Entitlement> reasons, long run, Instant now) {
        jdbc.sql("""
                        insert into ledger (platform_user, group_id, ownership, since, since_run, confirmed_at)
                        values (:user, :group, :ownership, :now, :run, :now)
                        on conflict (space_id, platform_user, group_id) do update set
                          confirmed_at = excluded.confirmed_at, put_back = ledger.put_back + 1
                        """)
                .param("user", membership.user().value())
                .param("group", membership.group().value())
                .param("ownership", ownership.name())
                .param("now", Rows.at(now))
                .param("run", run)
                .update();
        reasons(membership, reasons);
    }

    /** Whose the row is from now on, whoever it was until now; not for what we write ourselves, which is {@link #put}. */
    void own(Membership membership, Ownership ownership, Collection<Entitlement> reasons, Instant now) {
        jdbc.sql("""
                        insert into ledger (platform_user, group_id, ownership, since, since_run, confirmed_at)
                        values (:user, :group, :ownership, :now, 0, :now)
                        on conflict (space_id, platform_user, group_id) do update set
                          ownership = excluded.ownership, since = excluded.since, confirmed_at = excluded.confirmed_at
                        """)
                .param("user", membership.user().value())
                .param("group", membership.group().value())
                .param("ownership", ownership.name())
                .param("now", Rows.at(now))
                .update();
        reasons(membership, reasons);
    }

    /** Nothing is known of it any more, if it is of this kind: it is somebody else's, or nobody's. */
    void disown(Membership membership, Ownership kind) {
        jdbc.sql("delete from ledger where platform_user = :user and group_id = :group and ownership = :kind")
                .param("user", membership.user().value())
                .param("group", membership.group().value())
                .param("kind", kind.name())
                .update();
    }

    /** Whether it is known that somebody has taken the person out and meant it, or that we may let them in once more. */
    void takenOut(Membership membership, boolean meant) {
        jdbc.sql("update ledger set put_back = :times where platform_user = :user and group_id = :group")
                .param("times", meant ? 1 : 0)
                .param("user", membership.user().value())
                .param("group", membership.group().value())
                .update();
    }

    /** Why the membership holds now; what held before stays known until it is really over. */
    void reasons(Membership membership, Collection<Entitlement> reasons) {
        jdbc.sql("delete from ledger_reason where platform_user = :user and group_id = :group")
                .param("user", membership.user().value())
                .param("group", membership.group().value())
                .update();
        jdbc.sql("""
                        insert into ledger_reason (platform_user, group_id, customer_id, during, because)
                        select :user, group_id, customer_id, tstzrange(from_at, until_at), because
                        from jsonb_to_recordset(:rows::jsonb) as r(
                          customer_id bigint, group_id uuid, from_at timestamptz, until_at timestamptz, because jsonb)
                        """)
                .param("user", membership.user().value())
                .param(
                        "rows",
                        json.write(reasons.stream()
                                .map(reason -> EntitlementRow.of(reason, json))
                                .toList()))
                .update();
    }

    /** The membership is over: kept as history. */
    void end(Membership membership, long run, Instant now) {
        jdbc.sql("""
                        insert into ledger_past (platform_user, group_id, during, reasons, ended_by_run)
                        select platform_user, group_id, tstzrange(since, greatest(since, :now)),
                          coalesce((select jsonb_agg(because) from ledger_reason reason
                                    where reason.platform_user = ledger.platform_user
                                      and reason.group_id = ledger.group_id), '[]'), :run
                        from ledger where platform_user = :user and group_id = :group
                        """)
                .param("user", membership.user().value())
                .param("group", membership.group().value())
                .param("now", Rows.at(now))
                .param("run", run)
                .update();
        jdbc.sql("delete from ledger where platform_user = :user and group_id = :group")
                .param("user", membership.user().value())
                .param("group", membership.group().value())
                .update();
    }

    private static Entitlement reason(ResultSet row, Because because) throws SQLException {
        return new Entitlement(
                new CustomerId(row.getLong("customer_id")), Rows.membership(row).group(), Rows.window(row), because);
    }
}
