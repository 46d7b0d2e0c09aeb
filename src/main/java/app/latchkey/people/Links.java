package app.latchkey.people;

import app.latchkey.salto.SaltoUser;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SiteUserId;
import app.latchkey.shared.SpaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The confirmed links of a space. */
@Repository
class Links {

    private final JdbcClient jdbc;

    Links(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Link> of(SpaceId space) {
        return jdbc.sql("""
                        select customer_id, platform_user_id, site_user_id, evidence, linked_at
                        from link where space_id = :space order by customer_id
                        """)
                .param("space", space.value())
                .query((row, number) -> link(row))
                .list();
    }

    /** Those of these customers, and those to these Salto users. */
    List<Link> among(SpaceId space, Collection<CustomerId> customers, Collection<PlatformUserId> users) {
        return jdbc.sql("""
                        select customer_id, platform_user_id, site_user_id, evidence, linked_at from link
                        where space_id = :space
                          and (customer_id = any (:customers) or platform_user_id = any (:users))
                        order by customer_id
                        """)
                .param("space", space.value())
                .param("customers", customers.stream().map(CustomerId::value).toArray(Long[]::new))
                .param("users", users.stream().map(PlatformUserId::value).toArray(UUID[]::new))
                .query((row, number) -> link(row))
                .list();
    }

    Optional<Link> find(SpaceId space, CustomerId customer) {
        return jdbc.sql("""
                        select customer_id, platform_user_id, site_user_id, evidence, linked_at
                        from link where space_id = :space and customer_id = :customer
                        """)
                .param("space", space.value())
                .param("customer", customer.value())
                .query((row, number) -> link(row))
                .optional();
    }

    List<CustomerId> customersOf(SpaceId space, PlatformUserId user) {
        return jdbc.sql("""
                        select customer_id from link
                        where space_id = :space and platform_user_id = :user order by customer_id
                        """)
                .param("space", space.value())
                .param("user", user.value())
                .query((row, number) -> new CustomerId(row.getLong("customer_id")))
                .list();
    }

    void put(SpaceId space, CustomerId customer, SaltoUser user, LinkEvidence evidence, Instant now) {
        write(space, customer, user, evidence, now, """
                do update set platform_user_id = excluded.platform_user_id, site_user_id = excluded.site_user_id,
                  evidence = excluded.evidence, email_then = excluded.email_then, linked_at = excluded.linked_at
                """);
    }

    /** Replaces only a link to a Salto user who is no longer the one found. */
    void addIfAbsent(SpaceId space, CustomerId customer, SaltoUser user, LinkEvidence evidence, Instant now) {
        write(space, customer, user, evidence, now, """
                do update set platform_user_id = excluded.platform_user_id, site_user_id = excluded.site_user_id,
                  evidence = excluded.evidence, email_then = excluded.email_then, linked_at = excluded.linked_at
                where link.platform_user_id <> excluded.platform_user_id
                """);
    }

    void delete(SpaceId space, CustomerId customer) {
        jdbc.sql("delete from link where space_id = :space and customer_id = :customer")
                .param("space", space.value())
                .param("customer", customer.value())
                .update();
    }

    private void write(
            SpaceId space, CustomerId customer, SaltoUser user, LinkEvidence evidence, Instant now, String otherwise) {
        jdbc.sql("""
                        insert into link (space_id, customer_id, platform_user_id, site_user_id, evidence, email_then, linked_at)
                        values (:space, :customer, :user, :siteUser, :evidence, :email, :now)
                        on conflict (space_id, customer_id)
                        """ + otherwise)
                .param("space", space.value())
                .param("customer", customer.value())
                .param("user", user.platformUser().value())
                .param("siteUser", user.siteUser().value())
                .param("evidence", evidence.name())
                .param("email", user.email().map(EmailAddress::value).orElse(null))
                .param("now", Timestamp.from(now))
                .update();
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(
                new CustomerId(row.getLong("customer_id")),
                new PlatformUserId(row.getObject("platform_user_id", UUID.class)),
                new SiteUserId(row.getObject("site_user_id", UUID.class)),
                LinkEvidence.valueOf(row.getString("evidence")),
                row.getTimestamp("linked_at").toInstant());
    }
}
