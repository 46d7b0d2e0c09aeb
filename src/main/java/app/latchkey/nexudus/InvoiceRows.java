package app.latchkey.nexudus;

import app.latchkey.shared.CustomerId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
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
        add(all);
    }

    void replace(CustomerId customer, Collection<UnpaidInvoice> theirs) {
        jdbc.sql("delete from nexudus_invoice where customer_id = :id")
                .param("id", customer.value())
                .update();
        add(theirs);
    }

    private void add(Collection<UnpaidInvoice> invoices) {
        jdbc.sql("""
                        insert into nexudus_invoice (id, customer_id, number, due_at, unpaid, attempted)
                        select * from unnest(:ids::bigint[], :customers::bigint[], :numbers::text[], :due::timestamptz[],
                                             :open::numeric[], :attempted::boolean[])
                        on conflict (space_id, id) do nothing
                        """)
                .param("ids", invoices.stream().map(UnpaidInvoice::id).toArray(Long[]::new))
                .param(
                        "customers",
                        invoices.stream()
                                .map(invoice -> invoice.customer().value())
                                .toArray(Long[]::new))
                .param("numbers", invoices.stream().map(UnpaidInvoice::number).toArray(String[]::new))
                .param(
                        "due",
                        invoices.stream()
                                .map(invoice -> invoice.due().toString())
                                .toArray(String[]::new))
                .param("open", invoices.stream().map(UnpaidInvoice::open).toArray(BigDecimal[]::new))
                .param(
                        "attempted",
                        invoices.stream().map(UnpaidInvoice::attempted).toArray(Boolean[]::new))
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
