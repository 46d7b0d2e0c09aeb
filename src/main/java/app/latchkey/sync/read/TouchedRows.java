package app.latchkey.sync.read;

import app.latchkey.sync.Touched;
import app.latchkey.sync.run.Rows;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom a trouble touches. What a run plans it cannot write: whose access has begun since shows in no standing. Within a space's scope. */
@Repository
class TouchedRows {

    private final JdbcClient jdbc;

    TouchedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Touched within(Instant now, Instant until) {
        return jdbc.sql("""
            select count(*) filter (where begun) as waiting, count(*) filter (where not begun) as arriving,
                   (select count(distinct person) from standing where verdict = 'LEAVING') as staying
            from (
              select customer_id, bool_or(lower(during) <= :now) as begun
              from entitlement left join standing_link link using (customer_id)
              where during && tstzrange(:now, :until)
                and not exists (
                  select from standing
                  where standing.group_id = entitlement.group_id and verdict <> 'ON_ITS_WAY'
                    and (standing.customer_id = entitlement.customer_id or standing.platform_user = link.platform_user))
              group by customer_id) newcomer
            """)
                .param("now", Rows.at(now))
                .param("until", Rows.at(until))
                .query((row, number) ->
                        new Touched(row.getInt("waiting"), row.getInt("staying"), row.getInt("arriving")))
                .single();
    }
}
