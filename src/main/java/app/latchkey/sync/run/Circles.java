package app.latchkey.sync.run;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.PlatformUserId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds everybody who may be the same person as somebody, so that nobody else has to be read. Within a space's scope. */
@Repository
class Circles {

    private static final String AROUND = """
            with recursive circle (customer, salto_user) as (
              select unnest(:customers::bigint[]), null::uuid
              union
              select near.customer, near.salto_user from circle cross join lateral (
                select other.id, null::uuid from nexudus_customer own join nexudus_customer other using (space_id, user_id)
                where own.id = circle.customer
                union all
                select other.id, null from nexudus_customer own join nexudus_customer other using (space_id, email_norm)
                where own.id = circle.customer
                union all
                select null, salto.platform_user from nexudus_customer own join salto_user salto using (space_id, email_norm)
                where own.id = circle.customer
                union all
                select null, platform_user_id from link where customer_id = circle.customer
                union all
                select null, platform_user from ledger_reason where customer_id = circle.customer
                union all
                select customer_id, null from link where platform_user_id = circle.salto_user
                union all
                select customer_id, null from ledger_reason where platform_user = circle.salto_user
                union all
                select other.id, null from salto_user salto join nexudus_customer other using (space_id, email_norm)
                where salto.platform_user = circle.salto_user
              ) near (customer, salto_user))
            select customer, salto_user from circle
            """;

    private static final String CUSTOMERS = """
            select customer_id as id from link where platform_user_id = any (:users)
            union
            select customer_id from ledger_reason where platform_user = any (:users)
            union
            select customer.id from salto_user salto join nexudus_customer customer using (space_id, email_norm)
            where salto.platform_user = any (:users)
            """;

    private final JdbcClient jdbc;

    Circles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever shares a login, an address or a Salto user with one of them, and whoever shares one with those. */
    record Circle(Set<CustomerId> customers, Set<PlatformUserId> users) {
        Circle {
            customers = Set.copyOf(customers);
            users = Set.copyOf(users);
        }
    }

    /** Customers who are, or by their address may be, one of these Salto users. */
    Set<CustomerId> customersOf(Set<PlatformUserId> users) {
        return new HashSet<>(jdbc.sql(CUSTOMERS)
                .param("users", users.stream().map(PlatformUserId::value).toArray(UUID[]::new))
                .query((row, number) -> new CustomerId(row.getLong("id")))
                .list());
    }

    Circle around(Set<CustomerId> customers) {
        Set<CustomerId> people = new HashSet<>();
        Set<PlatformUserId> users = new HashSet<>();
        jdbc.sql(AROUND).param("customers", Entitled.ids(customers)).query(row -> {
            Optional.ofNullable(row.getObject("customer", Long.class)).ifPresent(id -> people.add(new CustomerId(id)));
            Optional.ofNullable(row.getObject("salto_user", UUID.class))
                    .ifPresent(id -> users.add(new PlatformUserId(id)));
        });
        return new Circle(people, users);
    }
}
