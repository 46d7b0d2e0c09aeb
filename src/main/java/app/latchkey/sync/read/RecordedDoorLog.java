package app.latchkey.sync.read;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.LockId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.DoorLog;
import app.latchkey.sync.run.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;

/** What happened at the doors, as Salto told and was judged. */
@Service
class RecordedDoorLog implements DoorLog {

    private static final String EVENTS = """
            select event.at, event.lock_name, event.lock_id, event.detail,
                   case when finding in ('OPENED_WITHOUT_REASON', 'REFUSED_WITH_REASON') then finding else kind end as what,
                   coalesce(customer.full_name, holder.name, 'Somebody unknown') as who, customer.id as customer_id
            from door_event event
            left join salto_user holder on holder.platform_user = event.platform_user
            left join nexudus_customer customer on customer.id = (
              select min(link.customer_id) from standing_link link where link.platform_user = event.platform_user)
            """;
    private static final String STRANGE =
            "where event.at > :since and finding in ('OPENED_WITHOUT_REASON', 'REFUSED_WITH_REASON')";
    private static final String NEWEST = " order by event.at desc, event.id limit :most";

    private final Scopes scopes;
    private final JdbcClient jdbc;

    RecordedDoorLog(Scopes scopes, JdbcClient jdbc) {
        this.scopes = scopes;
        this.jdbc = jdbc;
    }

    @Override
    public List<Event> atDoor(SpaceId space, LockId door, int most) {
        return events(space, "where event.lock_id = :lock", sql -> sql.param("lock", door.value()), most);
    }

    @Override
    public List<Event> of(SpaceId space, CustomerId customer, int most) {
        return events(
                space,
                "where event.platform_user = (select platform_user from standing_link where customer_id = :customer)",
                sql -> sql.param("customer", customer.value()),
                most);
    }

    @Override
    public List<Event> strange(SpaceId space, Instant since, int most) {
        return events(space, STRANGE, sql -> sql.param("since", Rows.at(since)), most);
    }

    @Override
    public int countStrange(SpaceId space, Instant since) {
        return scopes.inSpace(
                space,
                () -> jdbc.sql("select count(*) from door_event event " + STRANGE)
                        .param("since", Rows.at(since))
                        .query(Integer.class)
                        .single());
    }

    @Override
    public Optional<Boolean> readable(SpaceId space) {
        return scopes.inSpace(
                space,
                () -> jdbc.sql("select readable from door_events_read")
                        .query(Boolean.class)
                        .optional());
    }

    private List<Event> events(SpaceId space, String which, Function<StatementSpec, StatementSpec> params, int most) {
        return scopes.inSpace(
                space,
                () -> params.apply(jdbc.sql(EVENTS + which + NEWEST).param("most", most))
                        .query((row, number) -> event(row))
                        .list());
    }

    private static Event event(ResultSet row) throws SQLException {
        long customer = row.getLong("customer_id");
        return new Event(
                Rows.instant(row, "at").orElseThrow(),
                What.valueOf(row.getString("what")),
                row.getString("lock_name"),
                Optional.ofNullable(row.getObject("lock_id", UUID.class)).map(LockId::new),
                row.getString("who"),
                customer == 0 ? Optional.empty() : Optional.of(new CustomerId(customer)),
                Optional.ofNullable(row.getString("detail")));
    }
}
