package app.latchkey.sync.read;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.LockId;
import app.latchkey.shared.NaturalOrder;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.DoorBook;
import app.latchkey.sync.run.JsonText;
import app.latchkey.sync.run.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** A space's doors, by what Salto showed and runs recorded. */
@Service
class RecordedDoorBook implements DoorBook {

    /** A group without a schedule opens nothing, so nobody counts by way of it. */
    private static final String DOORS = """
        select lock.lock_id, min(lock.name) as name, bool_and(lock.online) as online,
               array_agg(distinct known.name) as groups,
               count(distinct member.platform_user) filter (
                 where known.has_schedule and coalesce(holder.subscribed and not holder.blocked
                   and coalesce(holder.expires_at > :now, true), true)) as people
        from salto_group_lock lock
        join salto_group known on known.group_id = lock.group_id
        left join salto_group_member member on member.group_id = lock.group_id
        left join salto_user holder on holder.platform_user = member.platform_user
        group by lock.lock_id
        order by online, natural_order(min(lock.name)), lock.lock_id
        """;

    private static final String COULD = """
        with could as (
          select platform_user, null::bigint as customer_id, group_id, ownership in ('FOREIGN', 'PROTECTED') as by_hand,
                 (select coalesce(jsonb_agg(reason.because), '[]') from ledger_reason reason
                  where reason.platform_user = ledger.platform_user and reason.group_id = ledger.group_id) as because
          from ledger where since <= :at and :at <= :now
          union all
          select platform_user, null, group_id, false, reasons from ledger_past where during @> :at and :at <= :now
          union all
          select link.platform_user, entitlement.customer_id, group_id, false, jsonb_agg(entitlement.because)
          from entitlement left join standing_link link on link.customer_id = entitlement.customer_id
          where during @> :at and :at > :now
          group by link.platform_user, entitlement.customer_id, group_id)
        select coalesce(customer.full_name, holder.name, 'Somebody who is gone') as name,
               customer.id as customer_id, known.name as group_name, by_hand, because::text as because
        from could
        join salto_group_lock lock on lock.group_id = could.group_id and lock.lock_id = :lock
        join salto_group known on known.group_id = could.group_id and known.has_schedule
        left join salto_user holder on holder.platform_user = could.platform_user
        left join nexudus_customer customer on customer.id = coalesce(could.customer_id, (
          select min(link.customer_id) from standing_link link where link.platform_user = could.platform_user))
        order by lower(coalesce(customer.full_name, holder.name)), natural_order(known.name)
        """;

    private final Scopes scopes;
    private final JdbcClient jdbc;
    private final JsonText json;
    private final Clock clock;

    RecordedDoorBook(Scopes scopes, JdbcClient jdbc, JsonText json, Clock clock) {
        this.scopes = scopes;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public List<Door> doors(SpaceId space) {
        return scopes.inSpace(
                space,
                () -> jdbc.sql(DOORS)
                        .param("now", Rows.at(clock.instant()))
                        .query((row, number) -> door(row))
                        .list());
    }

    @Override
    public List<CouldOpen> couldOpen(SpaceId space, LockId door, Instant at) {
        Instant now = clock.instant();
        return scopes.inSpace(
                space,
                () -> jdbc.sql(COULD)
                        .param("lock", door.value())
                        .param("at", Rows.at(at))
                        .param("now", Rows.at(now))
                        .query((row, number) -> couldOpen(row))
                        .list());
    }

    private static Door door(ResultSet row) throws SQLException {
        return new Door(
                new LockId(row.getObject("lock_id", UUID.class)),
                row.getString("name"),
                row.getBoolean("online"),
                Stream.of((String[]) row.getArray("groups").getArray())
                        .sorted(NaturalOrder.ofNames())
                        .toList(),
                row.getInt("people"));
    }

    private CouldOpen couldOpen(ResultSet row) throws SQLException {
        long id = row.getLong("customer_id");
        Optional<CustomerId> customer = row.wasNull() ? Optional.empty() : Optional.of(new CustomerId(id));
        return new CouldOpen(
                row.getString("name"),
                customer,
                row.getString("group_name"),
                row.getBoolean("by_hand"),
                json.becauseList(row.getString("because")));
    }
}
