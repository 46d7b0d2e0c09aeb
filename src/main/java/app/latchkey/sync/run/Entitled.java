package app.latchkey.sync.run;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.Entitlement;
import app.latchkey.entitlement.PurchaseKey;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What should be, as last worked out. Within a space's scope. */
@Repository
class Entitled {

    private static final Logger LOG = LoggerFactory.getLogger(Entitled.class);

    private static final String SELECT = """
            select customer_id, group_id, lower(during) as from_at, upper(during) as until_at, because::text as because
            from entitlement
            """;

    private final JdbcClient jdbc;
    private final JsonText json;

    Entitled(JdbcClient jdbc, JsonText json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param unreadable customers of whom this version does not understand something, such as what a later one has written */
    record Stored(List<Entitlement> rows, Set<CustomerId> unreadable) {

        List<Entitlement> of(Set<CustomerId> customers) {
            return rows.stream()
                    .filter(entitlement -> customers.contains(entitlement.customer()))
                    .toList();
        }
    }

    Stored all() {
        List<Entitlement> rows = new ArrayList<>();
        Set<CustomerId> unreadable = new HashSet<>();
        jdbc.sql(SELECT).query(row -> {
            Optional<Because> because = json.readable(row.getString("because"));
            if (because.isPresent()) {
                rows.add(entitlement(row, because.get()));
            } else {
                unreadable.add(new CustomerId(row.getLong("customer_id")));
            }
        });
        unreadable.forEach(
                customer -> LOG.error("What customer {} is entitled to cannot be read; he is left as he is", customer));
        return new Stored(rows, unreadable);
    }

    List<Entitlement> of(Set<CustomerId> customers) {
        return jdbc.sql(SELECT + " where customer_id = any (:customers)")
                .param("customers", ids(customers))
                .query((row, number) -> entitlement(row))
                .list();
    }

    /** Who is let in by one of these bookings, by whomever it was made. */
    List<CustomerId> because(Set<PurchaseKey> bookings) {
        return jdbc.sql("""
                        select distinct customer_id from entitlement
                        where because->>'is' = 'booked' and (because->>'bookingId')::bigint = any (:bookings)
                        """)
                .param("bookings", bookings.stream().map(PurchaseKey::id).toArray(Long[]::new))
                .query((row, number) -> new CustomerId(row.getLong("customer_id")))
                .list();
    }

    void replace(Set<CustomerId> customers, Collection<Entitlement> entitlements) {
        jdbc.sql("delete from entitlement where customer_id = any (:customers)")
                .param("customers", ids(customers))
                .update();
        add(entitlements);
    }

    /** As {@link #replace}, of everybody; writes only the customers of whom it differs from {@code stored}. */
    void replaceAll(Collection<Entitlement> stored, Collection<Entitlement> entitlements) {
        Map<CustomerId, Set<Entitlement>> before = byCustomer(stored);
        Map<CustomerId, Set<Entitlement>> after = byCustomer(entitlements);
        Set<CustomerId> changed = Stream.concat(before.keySet().stream(), after.keySet().stream())
                .filter(customer -> !Objects.equals(before.get(customer), after.get(customer)))
                .collect(Collectors.toUnmodifiableSet());
        if (!changed.isEmpty()) {
            replace(
                    changed,
                    entitlements.stream()
                            .filter(entitlement -> changed.contains(entitlement.customer()))
                            .toList());
        }
    }

    private static Map<CustomerId, Set<Entitlement>> byCustomer(Collection<Entitlement> entitlements) {
        return entitlements.stream().collect(Collectors.groupingBy(Entitlement::customer, Collectors.toSet()));
    }

    /** Besides what is recorded. */
    void add(Collection<Entitlement> entitlements) {
        jdbc.sql("""
                        insert into entitlement (customer_id, group_id, during, because)
                        select customer_id, group_id, tstzrange(from_at, until_at), because
                        from jsonb_to_recordset(:rows::jsonb) as r(
                          customer_id bigint, group_id uuid, from_at timestamptz, until_at timestamptz, because jsonb)
                        """)
                .param(
                        "rows",
                        json.write(entitlements.stream()
                                .map(entitlement -> EntitlementRow.of(entitlement, json))
                                .toList()))
                .update();
    }

    private Entitlement entitlement(ResultSet row) throws SQLException {
        return entitlement(row, json.oneBecause(row.getString("because")));
    }

    private static Entitlement entitlement(ResultSet row, Because because) throws SQLException {
        return new Entitlement(
                new CustomerId(row.getLong("customer_id")),
                new AccessGroupId(row.getObject("group_id", UUID.class)),
                Rows.window(row),
                because);
    }

    static Long[] ids(Collection<CustomerId> customers) {
        return customers.stream().map(CustomerId::value).toArray(Long[]::new);
    }
}
