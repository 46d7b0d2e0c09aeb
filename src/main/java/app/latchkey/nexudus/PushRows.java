package app.latchkey.nexudus;

import app.latchkey.entitlement.Decided;
import app.latchkey.entitlement.NamedItem;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.ItemId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code acs_push} and {@code acs_push_group}: the last word about each customer. Within a space's scope. */
@Repository("nexudusPushRows")
class PushRows {

    private static final String DECIDED = """
            select decision, customer_id, number, name, since, expires_on
            from acs_push_group join acs_group on acs_group.group_id::text = lower(group_ref)
            """;

    private final JdbcClient jdbc;

    PushRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it was taken; one that is older than what is known already says nothing new. */
    boolean put(Push push, Instant receivedAt) {
        int taken = jdbc.sql("""
                        insert into acs_push
                            (customer_id, said_at, received_at, unique_id, full_name, email_norm, access_cards)
                        values (:customer, :said, :received, :unique, :name, :email, :cards)
                        on conflict (space_id, customer_id) do update
                        set said_at = excluded.said_at, received_at = excluded.received_at, unique_id = excluded.unique_id,
                            full_name = coalesce(nullif(excluded.full_name, ''), acs_push.full_name),
                            email_norm = coalesce(excluded.email_norm, acs_push.email_norm),
                            access_cards = excluded.access_cards
                        where acs_push.said_at <= excluded.said_at
                        """)
                .param("customer", push.customer().value())
                .param("said", utc(push.saidAt()))
                .param("received", utc(receivedAt))
                .param("unique", push.uniqueId())
                .param("name", push.fullName())
                .param("email", push.email().map(EmailAddress::value).orElse(null))
                .param("cards", String.join(" ", push.accessCards()))
                .update();
        if (taken > 0) {
            putGroups(push);
        }
        return taken > 0;
    }

    /** A group that is said again keeps its decision, and since when it holds. */
    private void putGroups(Push push) {
        List<String> groups = List.copyOf(push.groups().keySet());
        jdbc.sql("delete from acs_push_group where customer_id = :customer and not group_ref = any (:groups)")
                .param("customer", push.customer().value())
                .param("groups", groups.toArray(String[]::new))
                .update();
        jdbc.sql("""
                        insert into acs_push_group (customer_id, group_ref, since, expires_on)
                        select :customer, group_ref, :said, expires_on::timestamptz
                        from unnest(:groups::text[], :ends::text[]) as row (group_ref, expires_on)
                        on conflict (space_id, customer_id, group_ref) do update set expires_on = excluded.expires_on
                        """)
                .param("customer", push.customer().value())
                .param("said", utc(push.saidAt()))
                .param("groups", groups.toArray(String[]::new))
                .param("ends", ends(push, groups))
                .update();
    }

    private static @Nullable String[] ends(Push push, List<String> groups) {
        return groups.stream()
                .map(group -> push.groups()
                        .getOrDefault(group, Optional.empty())
                        .map(Instant::toString)
                        .orElse(null))
                .toArray(String[]::new);
    }

    List<Customer> customers() {
        return jdbc.sql("select * from acs_push order by customer_id")
                .query((row, number) -> customer(row))
                .list();
    }

    Optional<Customer> customer(CustomerId id) {
        return jdbc.sql("select * from acs_push where customer_id = :id")
                .param("id", id.value())
                .query((row, number) -> customer(row))
                .optional();
    }

    /** Whom Nexudus has spoken of since. */
    Set<CustomerId> since(Instant since) {
        return jdbc.sql("select customer_id from acs_push where received_at >= :since")
                .param("since", utc(since))
                .query((row, number) -> new CustomerId(row.getLong("customer_id")))
                .set();
    }

    List<Decided> decisions() {
        return jdbc.sql(DECIDED + " order by decision")
                .query((row, number) -> decided(row))
                .list();
    }

    List<Decided> decisions(CustomerId customer) {
        return jdbc.sql(DECIDED + " where customer_id = :id order by decision")
                .param("id", customer.value())
                .query((row, number) -> decided(row))
                .list();
    }

    /** Groups that open nothing here, each with how many customers are in it: unknown ones, and those of another space. */
    List<String> faults() {
        return jdbc.sql("""
                        select group_ref, name, count(*) as people
                        from acs_push_group left join acs_group on acs_group.group_id::text = lower(group_ref)
                             left join group_claim on group_claim.group_id = acs_group.group_id
                        where group_claim.group_id is null
                        group by group_ref, name order by group_ref
                        """).query((row, number) -> fault(row)).list();
    }

    /** Nobody was ever spoken of. */
    void forgetAll() {
        jdbc.sql("delete from acs_push").update();
    }

    private static String fault(ResultSet row) throws SQLException {
        String name = row.getString("name");
        int people = row.getInt("people");
        String who = people == 1 ? "1 customer" : people + " customers";
        return name == null
                ? "Nexudus puts %s into the group “%s”, which is none of this space's access groups: it opens nothing."
                        .formatted(who, row.getString("group_ref"))
                : "Nexudus puts %s into %s, which belongs to another space: it opens nothing.".formatted(who, name);
    }

    private static Customer customer(ResultSet row) throws SQLException {
        CustomerId id = new CustomerId(row.getLong("customer_id"));
        Optional<EmailAddress> email =
                Optional.ofNullable(row.getString("email_norm")).map(EmailAddress::new);
        String name = row.getString("full_name");
        return new Customer(
                id,
                row.getObject("unique_id", UUID.class),
                Optional.empty(),
                name.isEmpty() ? email.map(EmailAddress::value).orElse("Customer " + id) : name,
                email,
                true,
                false,
                Texts.kept(row.getString("access_cards")));
    }

    private static Decided decided(ResultSet row) throws SQLException {
        OffsetDateTime end = row.getObject("expires_on", OffsetDateTime.class);
        return new Decided(
                row.getLong("decision"),
                new CustomerId(row.getLong("customer_id")),
                new NamedItem(ItemId.group(row.getLong("number")), row.getString("name")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                end == null ? null : end.toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
