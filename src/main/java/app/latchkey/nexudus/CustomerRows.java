package app.latchkey.nexudus;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code nexudus_customer} and {@code nexudus_customer_gone}. Several access cards lie in one text, a space between. */
@Repository("nexudusCustomerRows")
class CustomerRows {

    private static final String SELECT = """
            select id, unique_id, user_id, full_name, email_norm, active, archived, access_cards from nexudus_customer
            """;

    private final JdbcClient jdbc;

    CustomerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(Collection<Customer> customers, Sighting sighting) {
        jdbc.sql("""
                        with back as (
                            delete from nexudus_customer_gone
                            where id = any (:ids::bigint[]) and (seen_at <= :seen or seen_at > :now))
                        insert into nexudus_customer
                            (id, unique_id, user_id, full_name, email_norm, active, archived, access_cards, seen_at)
                        select id, unique_id, user_id, full_name, email_norm, active, archived, access_cards, :seen
                        from unnest(:ids::bigint[], :uniques::uuid[], :users::bigint[], :names::text[], :emails::text[],
                                    :active::boolean[], :archived::boolean[], :cards::text[])
                             as row (id, unique_id, user_id, full_name, email_norm, active, archived, access_cards)
                        on conflict (space_id, id) do update
                        set unique_id = excluded.unique_id, user_id = excluded.user_id, full_name = excluded.full_name,
                            email_norm = excluded.email_norm, active = excluded.active, archived = excluded.archived,
                            access_cards = excluded.access_cards, seen_at = excluded.seen_at
                        where nexudus_customer.seen_at <= excluded.seen_at or nexudus_customer.seen_at > :now
                        """)
                .param("seen", sighting.seen())
                .param("now", sighting.clock())
                .param("ids", column(customers, each -> each.id().value(), new Long[0]))
                .param("uniques", column(customers, Customer::uniqueId, new UUID[0]))
                .param("users", column(customers, each -> each.userId().orElse(null), new Long[0]))
                .param("names", column(customers, Customer::fullName, new String[0]))
                .param(
                        "emails",
                        column(
                                customers,
                                each -> each.email().map(EmailAddress::value).orElse(null),
                                new String[0]))
                .param("active", column(customers, Customer::active, new Boolean[0]))
                .param("archived", column(customers, Customer::archived, new Boolean[0]))
                .param("cards", column(customers, each -> String.join(" ", each.accessCards()), new String[0]))
                .update();
    }

    @SuppressWarnings("NullAway") // a column may hold nulls, which its type cannot say
    private static <T> T[] column(Collection<Customer> customers, Function<Customer, @Nullable T> value, T[] type) {
        List<T> values = new ArrayList<>();
        customers.forEach(each -> values.add(value.apply(each)));
        return values.toArray(type);
    }

    /** They were seen, but not understood. */
    void keep(Collection<Long> ids, Sighting sighting) {
        jdbc.sql("""
                        update nexudus_customer set seen_at = :seen
                        where id = any (:ids) and (seen_at < :seen or seen_at > :now)
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .param("seen", sighting.seen())
                .param("now", sighting.clock())
                .update();
    }

    void forgetOlderThan(Sighting sighting) {
        jdbc.sql("delete from nexudus_customer where seen_at < :seen or seen_at > :now")
                .param("seen", sighting.seen())
                .param("now", sighting.clock())
                .update();
    }

    void gone(CustomerId customer, Sighting sighting) {
        jdbc.sql("""
                        with forgotten as (
                            delete from nexudus_customer where id = :id and (seen_at <= :seen or seen_at > :now))
                        insert into nexudus_customer_gone (id, seen_at) values (:id, :seen)
                        on conflict (space_id, id) do update set seen_at = excluded.seen_at
                        """)
                .param("id", customer.value())
                .param("seen", sighting.seen())
                .param("now", sighting.clock())
                .update();
    }

    List<CustomerId> gone(Collection<CustomerId> ids) {
        return jdbc.sql("select id from nexudus_customer_gone where id = any (:ids) order by id")
                .param("ids", ids.stream().map(CustomerId::value).toArray(Long[]::new))
                .query((row, number) -> new CustomerId(row.getLong("id")))
                .list();
    }

    List<CustomerId> readAfter(Instant time) {
        return jdbc.sql("""
                        select id from nexudus_customer where seen_at > :time
                        union select id from nexudus_customer_gone where seen_at > :time
                        """)
                .param("time", time.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new CustomerId(row.getLong("id")))
                .list();
    }

    List<Customer> all() {
        return jdbc.sql(SELECT + " order by id").query(CustomerRows::read).list();
    }

    List<Customer> of(Collection<CustomerId> ids) {
        return jdbc.sql(SELECT + " where id = any (:ids) order by id")
                .param("ids", ids.stream().map(CustomerId::value).toArray(Long[]::new))
                .query(CustomerRows::read)
                .list();
    }

    List<Customer> at(EmailAddress address) {
        return jdbc.sql(SELECT + " where email_norm = :email order by id")
                .param("email", address.value())
                .query(CustomerRows::read)
                .list();
    }

    Optional<Customer> find(CustomerId id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id.value())
                .query(CustomerRows::read)
                .optional();
    }

    private static Customer read(ResultSet row, int number) throws SQLException {
        return new Customer(
                new CustomerId(row.getLong("id")),
                row.getObject("unique_id", UUID.class),
                Optional.ofNullable(row.getObject("user_id", Long.class)),
                row.getString("full_name"),
                Optional.ofNullable(row.getString("email_norm")).map(EmailAddress::new),
                row.getBoolean("active"),
                row.getBoolean("archived"),
                Texts.kept(row.getString("access_cards")));
    }
}
