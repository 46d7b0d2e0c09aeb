package app.latchkey.sync.read;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.LockId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.PinSuspicion;
import app.latchkey.sync.PinSuspicions;
import app.latchkey.sync.run.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Judged by the same finding as every other opening that no group explains. */
@Service
class RecordedPinSuspicions implements PinSuspicions {

    /** Long enough for an operator to come by, and no older than anybody remembers. */
    private static final Duration LATELY = Duration.ofDays(30);

    private final Scopes scopes;
    private final JdbcClient jdbc;
    private final Clock clock;

    RecordedPinSuspicions(Scopes scopes, JdbcClient jdbc, Clock clock) {
        this.scopes = scopes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Opened(Instant at, String door, LockId lock, PlatformUserId user) {}

    @Override
    public Optional<PinSuspicion> of(SpaceId space, CustomerId customer) {
        return scopes.inSpace(
                space, () -> opened(customer).map(event -> new PinSuspicion(event.at(), event.door(), others(event))));
    }

    private Optional<Opened> opened(CustomerId customer) {
        return jdbc.sql("""
                select event.at, event.lock_name, event.lock_id, event.platform_user
                from door_event event join standing_link link using (platform_user)
                where link.customer_id = :customer and event.kind = 'OPENED' and event.finding = 'OPENED_WITHOUT_REASON'
                  and event.detail = 'pin_code' and event.lock_id is not null and event.at > :since
                  and not exists (select from run_change made where made.what = 'NEW_PIN' and made.state = 'DONE'
                                  and made.platform_user = event.platform_user and made.at > event.at)
                order by event.at desc limit 1
                """)
                .param("customer", customer.value())
                .param("since", Rows.at(clock.instant().minus(LATELY)))
                .query((row, number) -> opened(row))
                .optional();
    }

    private static Opened opened(ResultSet row) throws SQLException {
        return new Opened(
                Rows.instant(row, "at").orElseThrow(),
                row.getString("lock_name"),
                new LockId(row.getObject("lock_id", UUID.class)),
                new PlatformUserId(row.getObject("platform_user", UUID.class)));
    }

    private List<PinSuspicion.Other> others(Opened event) {
        return jdbc.sql("""
                select min(link.customer_id) as customer, min(holder.name) as name
                from salto_group_lock lock
                join salto_group_member member using (group_id)
                join salto_user holder on holder.platform_user = member.platform_user
                join link on link.platform_user_id = holder.platform_user
                where lock.lock_id = :lock and holder.uses_pin and holder.platform_user <> :named
                group by holder.platform_user order by name
                """)
                .param("lock", event.lock().value())
                .param("named", event.user().value())
                .query((row, number) ->
                        new PinSuspicion.Other(new CustomerId(row.getLong("customer")), row.getString("name")))
                .list();
    }
}
