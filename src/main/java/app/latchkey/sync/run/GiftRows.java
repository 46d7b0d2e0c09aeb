package app.latchkey.sync.run;

import app.latchkey.entitlement.Gift;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.Window;
import app.latchkey.sync.GiftRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code gift}. Within a space's scope. */
@Repository
class GiftRows {

    private final JdbcClient jdbc;

    GiftRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Also those that are over: they were why somebody was in a group. */
    List<Gift> all() {
        return jdbc.sql("""
            select customer_id, group_id, from_at, until_at, given_by, reason from gift
            where taken_back_at is null
            """).query((row, number) -> gift(row)).list();
    }

    List<Gift> of(Set<CustomerId> customers) {
        return jdbc.sql("""
                        select customer_id, group_id, from_at, until_at, given_by, reason from gift
                        where taken_back_at is null and customer_id = any (:customers)
                        """)
                .param("customers", Entitled.ids(customers))
                .query((row, number) -> gift(row))
                .list();
    }

    UUID add(Gift gift) {
        return jdbc.sql("""
            insert into gift (customer_id, group_id, from_at, until_at, given_by, reason)
            values (:customer, :group, :from, :until, :by, :reason) returning gift_id
            """)
                .param("customer", gift.customer().value())
                .param("group", gift.group().value())
                .param("from", Rows.at(gift.window().from()))
                .param("until", Rows.at(gift.window().end().orElseThrow()))
                .param("by", gift.by())
                .param("reason", gift.reason())
                .query(UUID.class)
                .single();
    }

    /** @return whose it was; empty when it is over or taken back already */
    Optional<CustomerId> takeBack(UUID gift, Instant now) {
        return jdbc.sql("""
            update gift set taken_back_at = :now
            where gift_id = :gift and taken_back_at is null and until_at > :now returning customer_id
            """)
                .param("gift", gift)
                .param("now", Rows.at(now))
                .query((row, number) -> new CustomerId(row.getLong("customer_id")))
                .optional();
    }

    /** What still counts, the first to end first. */
    List<GiftRow> of(CustomerId customer, Instant now) {
        return jdbc.sql("""
            select gift_id, coalesce(known.name, 'A group that is gone') as name, until_at, given_by, reason
            from gift left join salto_group known using (group_id)
            where customer_id = :customer and taken_back_at is null and until_at > :now
            order by until_at, name
            """)
                .param("customer", customer.value())
                .param("now", Rows.at(now))
                .query((row, number) -> new GiftRow(
                        row.getObject("gift_id", UUID.class),
                        row.getString("name"),
                        Rows.instant(row, "until_at").orElseThrow(),
                        row.getString("given_by"),
                        row.getString("reason")))
                .list();
    }

    private static Gift gift(ResultSet row) throws SQLException {
        return new Gift(
                new CustomerId(row.getLong("customer_id")),
                new AccessGroupId(row.getObject("group_id", UUID.class)),
                Window.between(
                        Rows.instant(row, "from_at").orElseThrow(),
                        Rows.instant(row, "until_at").orElseThrow()),
                row.getString("given_by"),
                row.getString("reason"));
    }
}
