package app.latchkey.sync.read;

import app.latchkey.entitlement.Because;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.sync.CustomerFilter;
import app.latchkey.sync.CustomerRow;
import app.latchkey.sync.PersonState;
import app.latchkey.sync.run.JsonText;
import app.latchkey.sync.run.Rows;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** The customers of a space, each with how he stands over all access groups. Within a space's scope. */
@Repository
class PeopleRows {

    private static final TypeReference<List<List<Because>>> BECAUSE = new TypeReference<>() {};

    /** A plan is about a Salto user: it counts for each customer who is linked to that user. */
    private static final String PEOPLE = """
            with stands as (
              select link.customer_id, group_id, verdict, standing.reason, during, because
              from standing_link link join standing using (platform_user)
              union
              select customer_id, group_id, verdict, reason, during, because from standing
              where customer_id is not null),
            stood as (
              select customer_id,
                     bool_or(verdict = 'IN' and stands.reason is null and (during is null or during @> :now::timestamptz)) as can_open,
                     bool_or(verdict in ('WITHHELD', 'HELD_GRANT') or verdict = 'IN' and stands.reason is not null) as withheld,
                     bool_or(verdict = 'ON_ITS_WAY') as on_its_way,
                     bool_or(verdict in ('BY_HAND', 'PINNED')) as by_hand,
                     min(upper(during)) filter (where verdict = 'IN') as until,
                     min(stands.reason) filter (where verdict in ('WITHHELD', 'HELD_GRANT', 'IN')) as reason,
                     jsonb_agg(because order by group_id) as because,
                     array_agg(coalesce(known.name, 'A group that is gone') order by natural_order(known.name), group_id)
                       filter (where verdict in ('IN', 'BY_HAND', 'PINNED', 'HELD_REMOVAL', 'LEAVING')) as groups
              from stands left join salto_group known using (group_id)
              group by customer_id),
            ahead as (
              select distinct customer_id from entitlement where lower(during) > :now::timestamptz),
            person as (
              select customer.id, full_name, email_norm, link.platform_user is not null as in_salto,
                     coalesce(can_open, false) as can_open, coalesce(withheld, false) as withheld,
                     coalesce(on_its_way, false) as on_its_way, coalesce(by_hand, false) as by_hand,
                     coalesce(stood.reason, link.reason) as reason, until, groups, because::text as because,
                     case when withheld then 'WITHHELD' when on_its_way then 'ON_ITS_WAY' when can_open then 'CAN_OPEN'
                          when ahead.customer_id is not null then 'LATER' when by_hand then 'BY_HAND'
                          else 'NOTHING' end as state
              from nexudus_customer customer
              left join stood on stood.customer_id = customer.id
              left join ahead on ahead.customer_id = customer.id
              left join standing_link link on link.customer_id = customer.id
              where (not customer.archived or stood.customer_id is not null)
                and (:search::text = '' or strpos(lower(full_name), :search) > 0
                     or strpos(email_norm, :search) > 0 or customer.id::text = :search))
            """;

    private static final String LIST = PEOPLE + """
            select * from person
            where case :filter when 'CAN_OPEN_NOW' then can_open when 'WITHHELD' then withheld
                               when 'ON_ITS_WAY' then on_its_way when 'BY_HAND' then by_hand else true end
            order by array_position(array['WITHHELD', 'ON_ITS_WAY', 'CAN_OPEN', 'LATER', 'BY_HAND', 'NOTHING'], state),
                     lower(full_name), id
            offset :offset limit :limit
            """;

    private static final String COUNTS = PEOPLE + """
            select count(*) as everybody, count(*) filter (where can_open) as can_open_now,
                   count(*) filter (where withheld) as withheld, count(*) filter (where on_its_way) as on_its_way,
                   count(*) filter (where by_hand) as by_hand
            from person
            """;

    private final JdbcClient jdbc;
    private final JsonText json;

    PeopleRows(JdbcClient jdbc, JsonText json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Worst first, then by name. */
    List<CustomerRow> list(String search, CustomerFilter filter, int offset, int limit, Instant now) {
        return jdbc.sql(LIST)
                .param("now", Rows.at(now))
                .param("search", normalised(search))
                .param("filter", filter.name())
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> customer(row))
                .list();
    }

    Map<CustomerFilter, Integer> counts(String search, Instant now) {
        return jdbc.sql(COUNTS)
                .param("now", Rows.at(now))
                .param("search", normalised(search))
                .query((row, number) -> counted(row))
                .single();
    }

    private static String normalised(String search) {
        return search.strip().toLowerCase(Locale.ROOT);
    }

    private static Map<CustomerFilter, Integer> counted(ResultSet row) throws SQLException {
        Map<CustomerFilter, Integer> counts = new EnumMap<>(CustomerFilter.class);
        for (CustomerFilter filter : CustomerFilter.values()) {
            counts.put(filter, row.getInt(column(filter)));
        }
        return counts;
    }

    private static String column(CustomerFilter filter) {
        return switch (filter) {
            case ALL -> "everybody";
            case CAN_OPEN_NOW -> "can_open_now";
            case WITHHELD -> "withheld";
            case ON_ITS_WAY -> "on_its_way";
            case BY_HAND -> "by_hand";
        };
    }

    private CustomerRow customer(ResultSet row) throws SQLException {
        return new CustomerRow(
                new CustomerId(row.getLong("id")),
                row.getString("full_name"),
                Optional.ofNullable(row.getString("email_norm")).map(EmailAddress::new),
                PersonState.valueOf(row.getString("state")),
                groups(row),
                Rows.instant(row, "until"),
                because(row),
                Why.in(row, "reason"),
                row.getBoolean("in_salto"));
    }

    private static List<String> groups(ResultSet row) throws SQLException {
        Array groups = row.getArray("groups");
        return row.wasNull() ? List.of() : List.of((String[]) groups.getArray());
    }

    private List<Because> because(ResultSet row) throws SQLException {
        String text = row.getString("because");
        return row.wasNull()
                ? List.of()
                : json.read(text, BECAUSE).stream()
                        .flatMap(List::stream)
                        .distinct()
                        .toList();
    }
}
