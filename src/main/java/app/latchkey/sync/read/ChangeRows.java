package app.latchkey.sync.read;

import app.latchkey.shared.CustomerId;
import app.latchkey.sync.RunChangeRow;
import app.latchkey.sync.RunChangeRow.What;
import app.latchkey.sync.run.JsonText;
import app.latchkey.sync.run.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The journal of the runs. Within a space's scope. */
@Repository
class ChangeRows {

    private static final String SELECT = """
            select change.run, change.what, change.state, change.customer_id, change.name,
                   coalesce(known.name, '') as group_name, change.because::text as because, change.reason, change.trouble,
                   change.at, change.took_millis
            from run_change change left join salto_group known using (group_id)
            """;

    private final JdbcClient jdbc;
    private final JsonText json;

    ChangeRows(JdbcClient jdbc, JsonText json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<RunChangeRow> ofRun(long run) {
        return jdbc.sql(SELECT + " where change.run = :run order by change.step")
                .param("run", run)
                .query((row, number) -> change(row))
                .list();
    }

    /** Newest first, under any of the customer's names: as a customer, and as the Salto user. */
    List<RunChangeRow> ofCustomer(CustomerId customer, int limit) {
        return jdbc.sql(SELECT + """
                        where change.customer_id = :customer
                           or change.platform_user = (select platform_user from standing_link where customer_id = :customer)
                        order by change.at desc, change.run desc, change.step desc limit :limit
                        """)
                .param("customer", customer.value())
                .param("limit", limit)
                .query((row, number) -> change(row))
                .list();
    }

    /** Newest first, what was or should have been written; not what was left alone. */
    List<RunChangeRow> newest(int limit) {
        return jdbc.sql(SELECT + """
                        where change.what in ('INVITE', 'GRANT', 'REVOKE', 'SUSPEND')
                        order by change.at desc, change.run desc, change.step desc limit :limit
                        """)
                .param("limit", limit)
                .query((row, number) -> change(row))
                .list();
    }

    private RunChangeRow change(ResultSet row) throws SQLException {
        long customer = row.getLong("customer_id");
        Optional<CustomerId> known = row.wasNull() ? Optional.empty() : Optional.of(new CustomerId(customer));
        return new RunChangeRow(
                row.getLong("run"),
                Rows.named(row, "what", What.FROM_NEWER_VERSION),
                Rows.named(row, "state", RunChangeRow.State.FROM_NEWER_VERSION),
                known,
                row.getString("name"),
                row.getString("group_name"),
                json.becauseList(row.getString("because")),
                Why.in(row, "reason"),
                Optional.ofNullable(row.getString("trouble")),
                Rows.instant(row, "at").orElseThrow(),
                row.getLong("took_millis"));
    }
}
