package app.latchkey.sync.read;

import app.latchkey.entitlement.Reason;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.Window;
import app.latchkey.sync.Arrival;
import app.latchkey.sync.run.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose access begins or ends on one day. Within a space's scope. */
@Repository
class ArrivalRows {

    /** Windows of several reasons are one where they touch: somebody who stays neither comes nor goes. */
    private static final String OF_THE_DAY = """
            with merged as (
              select customer_id, group_id, unnest(range_agg(during)) as during from entitlement
              group by customer_id, group_id)
            select merged.customer_id, coalesce(customer.full_name, 'A customer who is gone') as name,
                   coalesce(known.name, 'A group that is gone') as group_name,
                   lower(merged.during) as from_at, upper(merged.during) as until_at,
                   coalesce(standing.reason, link.reason) as reason
            from merged
            left join nexudus_customer customer on customer.id = merged.customer_id
            left join salto_group known on known.group_id = merged.group_id
            left join standing_link link on link.customer_id = merged.customer_id
            left join standing on standing.group_id = merged.group_id and standing.customer_id = merged.customer_id
              and standing.verdict in ('WITHHELD', 'HELD_GRANT')
            where lower(merged.during) >= :begin and lower(merged.during) < :end
               or upper(merged.during) >= :begin and upper(merged.during) < :end
            """;

    private record Stay(CustomerId customer, String name, String group, Window window, Optional<Reason> broken) {

        Stream<Arrival> within(Window day) {
            return Stream.concat(
                            Stream.of(window.from()).map(at -> new Arrival(customer, name, group, at, true, broken)),
                            window.end().stream()
                                    .map(at -> new Arrival(customer, name, group, at, false, Optional.empty())))
                    .filter(arrival -> day.contains(arrival.at()));
        }
    }

    private final JdbcClient jdbc;

    ArrivalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of the day. */
    List<Arrival> today(ZoneId zone, Instant now) {
        LocalDate date = now.atZone(zone).toLocalDate();
        Window day = Window.between(
                date.atStartOfDay(zone).toInstant(),
                date.plusDays(1).atStartOfDay(zone).toInstant());
        return jdbc
                .sql(OF_THE_DAY)
                .param("begin", Rows.at(day.from()))
                .param("end", Rows.at(day.end()))
                .query((row, number) -> stay(row))
                .list()
                .stream()
                .flatMap(stay -> stay.within(day))
                .sorted(Comparator.comparing(Arrival::at)
                        .thenComparing(Arrival::name)
                        .thenComparing(Arrival::group))
                .toList();
    }

    private static Stay stay(ResultSet row) throws SQLException {
        return new Stay(
                new CustomerId(row.getLong("customer_id")),
                row.getString("name"),
                row.getString("group_name"),
                Rows.window(row),
                Why.in(row, "reason"));
    }
}
