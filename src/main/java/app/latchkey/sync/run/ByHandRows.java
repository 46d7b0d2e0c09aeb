package app.latchkey.sync.run;

import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.sync.InByHand;
import app.latchkey.sync.ReviewAnswer.InGroup;
import app.latchkey.sync.plan.Membership;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is in a group by hand, as the last plan saw it, and when an operator has said that it ends. Within a space's scope. */
@Repository
class ByHandRows {

    private static final String FROM = """
            from standing
            left join ledger on ledger.platform_user = standing.platform_user and ledger.group_id = standing.group_id
            left join by_hand_end on by_hand_end.platform_user = standing.platform_user
              and by_hand_end.group_id = standing.group_id
            left join salto_group known on known.group_id = standing.group_id
            where standing.platform_user is not null
              and (standing.verdict = 'BY_HAND' and ledger.ownership is null or ledger.ownership = 'PROTECTED')
            """;

    private final JdbcClient jdbc;
    private final JsonText json;

    ByHandRows(JdbcClient jdbc, JsonText json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<InByHand> all() {
        return jdbc.sql("""
                        select standing.platform_user, standing.group_id, standing.customer_id, standing.name,
                               coalesce(known.name, 'a group that is gone') as group_name,
                               standing.because::text as because, by_hand_end.ends_at,
                               ledger.ownership = 'PROTECTED' as untouchable
                        %s
                        order by lower(standing.name), natural_order(coalesce(known.name, ''))
                        """.formatted(FROM)).query((row, number) -> person(row)).list();
    }

    int count() {
        return jdbc.sql("select count(*) " + FROM).query(Integer.class).single();
    }

    private InByHand person(ResultSet row) throws SQLException {
        Optional<Long> customer = Optional.ofNullable(row.getObject("customer_id", Long.class));
        return new InByHand(
                new InGroup(
                        new PlatformUserId(row.getObject("platform_user", UUID.class)),
                        new AccessGroupId(row.getObject("group_id", UUID.class))),
                customer.map(CustomerId::new),
                row.getString("name"),
                row.getString("group_name"),
                json.becauseList(row.getString("because")),
                Rows.instant(row, "ends_at"),
                row.getBoolean("untouchable"));
    }

    void end(Membership membership, Instant at) {
        jdbc.sql("""
                        insert into by_hand_end (platform_user, group_id, ends_at) values (:user, :group, :at)
                        on conflict (space_id, platform_user, group_id) do update set ends_at = excluded.ends_at
                        """)
                .param("user", membership.user().value())
                .param("group", membership.group().value())
                .param("at", Rows.at(at))
                .update();
    }

    void forgetEnd(Membership membership) {
        jdbc.sql("delete from by_hand_end where platform_user = :user and group_id = :group")
                .param("user", membership.user().value())
                .param("group", membership.group().value())
                .update();
    }

    /** Those whose end has come; it is answered once. */
    List<Membership> takeOver(Instant now) {
        return jdbc.sql("delete from by_hand_end where ends_at <= :now returning platform_user, group_id")
                .param("now", Rows.at(now))
                .query((row, number) -> Rows.membership(row))
                .list();
    }
}
