package app.latchkey.nexudus;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The table {@code nexudus_visitor}. Within a space's scope. */
@Repository("nexudusVisitorRows")
class VisitorRows {

    /** A visitor is a customer if exactly one has the address: of two, nobody knows which one comes. */
    private static final String GUESTS = """
            select visitor.booking_id, min(customer.id) as customer_id
            from nexudus_visitor visitor
            join nexudus_customer customer using (space_id, email_norm)
            join nexudus_purchase booking on booking.kind = 'BOOKING' and booking.id = visitor.booking_id
            where not customer.archived
            group by visitor.booking_id, visitor.email_norm, booking.customer_id
            having count(*) = 1
            """;

    private final JdbcClient jdbc;

    VisitorRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void replace(Collection<BookedVisitor> all) {
        jdbc.sql("delete from nexudus_visitor").update();
        add(all);
    }

    void replace(CustomerId booker, Collection<BookedVisitor> theirs) {
        jdbc.sql("""
                        delete from nexudus_visitor where booking_id in (
                          select id from nexudus_purchase where kind = 'BOOKING' and customer_id = :booker)
                        """).param("booker", booker.value()).update();
        add(theirs);
    }

    private void add(Collection<BookedVisitor> visitors) {
        jdbc.sql("""
                        insert into nexudus_visitor (booking_id, email_norm)
                        select booking_id, email from unnest(:bookings::bigint[], :emails::text[]) as row (booking_id, email)
                        on conflict do nothing
                        """)
                .param("bookings", visitors.stream().map(BookedVisitor::booking).toArray(Long[]::new))
                .param(
                        "emails",
                        visitors.stream()
                                .map(BookedVisitor::email)
                                .map(EmailAddress::value)
                                .toArray(String[]::new))
                .update();
    }

    /** The visitors of each booking who are customers. */
    Map<Long, Set<CustomerId>> guests() {
        return guests(jdbc.sql(GUESTS));
    }

    /** Of bookings that one of these has made, or visits himself. */
    Map<Long, Set<CustomerId>> guestsAround(Set<CustomerId> customers) {
        return guests(jdbc.sql(GUESTS + " and (min(customer.id) = any (:ids) or booking.customer_id = any (:ids))")
                .param("ids", customers.stream().map(CustomerId::value).toArray(Long[]::new)));
    }

    private static Map<Long, Set<CustomerId>> guests(StatementSpec rows) {
        Map<Long, Set<CustomerId>> guests = new HashMap<>();
        rows.query(row -> {
            guests.computeIfAbsent(row.getLong("booking_id"), _ -> new HashSet<>())
                    .add(new CustomerId(row.getLong("customer_id")));
        });
        return guests;
    }
}
