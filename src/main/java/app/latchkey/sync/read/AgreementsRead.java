package app.latchkey.sync.read;

import app.latchkey.shared.CustomerId;
import app.latchkey.sync.Agreement;
import app.latchkey.sync.Agreement.Day;
import app.latchkey.sync.Agreement.Difference;
import app.latchkey.sync.Agreement.Kind;
import app.latchkey.sync.run.AgreementSql;
import app.latchkey.sync.run.JsonText;
import app.latchkey.sync.run.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads how well a watching space's doors agree with what people bought. Within a space's scope. */
@Repository
class AgreementsRead {

    private static final int DAYS = 28;

    private final JdbcClient jdbc;
    private final JsonText json;

    AgreementsRead(JdbcClient jdbc, JsonText json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Agreement agreement() {
        List<Difference> differences = differences();
        List<Day> days = days();
        return jdbc.sql(AgreementSql.COUNTED)
                .query((row, number) -> new Agreement(row.getInt("people"), row.getInt("agreeing"), differences, days))
                .single();
    }

    private List<Difference> differences() {
        return jdbc.sql("""
                        select kind, customer_id, name, since, reason, because, group_name
                        from (select standing.*, because::text as because_text, """ + AgreementSql.KIND + """
                                as kind, coalesce((select salto_group.name from salto_group where salto_group.group_id = standing.group_id),
                                                  'A group that is gone') as group_name
                              from standing) differing
                        where kind is not null
                        order by array_position(array['MISSING', 'OVER', 'NOT_BOUGHT', 'NO_CUSTOMER', 'WITHHELD'], kind),
                                 lower(name), group_name
                        """)
                .query((row, number) -> difference(row))
                .list();
    }

    private Difference difference(ResultSet row) throws SQLException {
        Kind kind = Kind.valueOf(row.getString("kind"));
        return new Difference(
                kind,
                Optional.ofNullable(row.getObject("customer_id", Long.class)).map(CustomerId::new),
                row.getString("name"),
                row.getString("group_name"),
                Rows.instant(row, "since").orElseThrow(),
                kind == Kind.WITHHELD ? Why.in(row, "reason") : Optional.empty(),
                json.becauseList(row.getString("because")));
    }

    /** The newest, in the order in which they were. */
    private List<Day> days() {
        return jdbc.sql("select day, people, agreeing from agreement_day order by day desc limit :days")
                .param("days", DAYS)
                .query((row, number) ->
                        new Day(row.getObject("day", LocalDate.class), row.getInt("people"), row.getInt("agreeing")))
                .list()
                .reversed();
    }
}
