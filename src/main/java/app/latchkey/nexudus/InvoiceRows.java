package app.latchkey.nexudus;

import app.latchkey.shared.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code nexudus_invoice}. Within a space's scope. */
@Repository("nexudusInvoiceRows")
class InvoiceRows {

    private static final String SELECT =
            "select id, customer_id, number, due_at, unpaid, attempted from nexudus_invoice";

    private final JdbcClient jdbc;

    InvoiceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void replace(Collection<UnpaidInvoice> all) {
        jdbc.sql("delete from nexudus_invoice").update();
        all.forEach(this::add);
    }

    void replace(CustomerId customer, Collection<UnpaidInvoice> theirs) {
        jdbc.sql("delete from nexudus_invoice where customer_id = :id")
                .param("id", customer.value())
                .update();
        theirs.forEach(this::add);
    }

    private void add(UnpaidInvoice invoice) {
        jdbc.sql("""
                        insert into nexudus_invoice (id, customer_id, number, due_at, unpaid, attempted)
                        values (:id, :customer, :number, :due, :open, :attempted)
                        on conflict (space_id, id) do nothing
                        """)
                .param("id", invoice.id())
                .param("customer", invoice.customer().value())
                .param("number", invoice.number())
                .param("due", invoice.due().atOffset(ZoneOffset.UTC))
                .param("open", invoice.open())
                .param("attempted", invoice.attempted())
                .update();
    }

    List<UnpaidInvoice> all() {
        return jdbc.sql(SELECT + " order by id")
                .query((row, number) -> invoice(row))
                .list();
    }

    List<UnpaidInvoice> of(Set<CustomerId> customers) {
        return jdbc.sql(SELECT + " where customer_id = any (:ids) order by id")
                .param("ids", customers.stream().map(CustomerId::value).toArray(Long[]::new))
                .query((row, number) -> invoice(row))
                .list();
    }

    private static UnpaidInvoice invoice(ResultSet row) throws SQLException {
        return new UnpaidInvoice(
                row.getLong("id"),
                new CustomerId(row.getLong("customer_id")),
                row.getString("number"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getBigDecimal("unpaid"),
                row.getBoolean("attempted"));
    }
}
