package app.latchkey.sync.run;

import app.latchkey.salto.DoorEvent;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.LockId;
import app.latchkey.shared.PlatformUserId;
import app.latchkey.sync.plan.DoorFinding;
import app.latchkey.sync.plan.Stay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code door_event} and {@code door_events_read}. Within a space's scope. */
@Repository
class DoorEventRows {

    /** A group counts although it has no schedule: then the door refuses, and that is what is to be said. */
    private static final String STAYS = """
            with asked as (
              select id, platform_user, lock.group_id, scheduled_at
              from door_event join salto_group_lock lock using (lock_id) join salto_group using (group_id)
              where id = any(:ids))
            select id, since as from_at, null as until_at, ownership = 'PROTECTED' as by_hand, scheduled_at
            from asked join ledger using (platform_user, group_id)
            union all
            select id, lower(during), upper(during), false, scheduled_at
            from asked join ledger_past using (platform_user, group_id)
            union all
            select id, member.seen_at, null, true, scheduled_at
            from asked join salto_group_member member using (platform_user, group_id)
            where not exists (
              select from ledger where ledger.platform_user = asked.platform_user and ledger.group_id = asked.group_id)
            """;

    private final JdbcClient jdbc;

    DoorEventRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When Salto was last asked, and told. */
    Optional<Instant> readUntil() {
        return jdbc.sql("select asked_at from door_events_read where readable")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    void asked(Instant at, boolean readable) {
        jdbc.sql("""
                insert into door_events_read (asked_at, readable) values (:at, :readable)
                on conflict (space_id) do update set asked_at = excluded.asked_at, readable = excluded.readable
                """).param("at", Rows.at(at)).param("readable", readable).update();
    }

    /** Those that are known already stay as they are. */
    void add(Collection<DoorEvent> events) {
        jdbc.sql("""
                insert into door_event (id, at, kind, lock_id, lock_name, platform_user, detail)
                select * from unnest(:ids::text[], :at::timestamptz[], :kinds::text[], :locks::uuid[], :names::text[],
                                     :users::uuid[], :details::text[])
                on conflict do nothing
                """)
                .param("ids", texts(events, DoorEvent::id))
                .param("at", texts(events, event -> event.at().toString()))
                .param("kinds", texts(events, event -> event.kind().name()))
                .param(
                        "locks",
                        events.stream()
                                .map(event -> event.lock().map(LockId::value).orElse(null))
                                .toArray(UUID[]::new))
                .param("names", texts(events, DoorEvent::lockName))
                .param(
                        "users",
                        events.stream()
                                .map(event ->
                                        event.user().map(PlatformUserId::value).orElse(null))
                                .toArray(UUID[]::new))
                .param(
                        "details",
                        events.stream()
                                .map(event -> event.detail().orElse(null))
                                .toArray(String[]::new))
                .update();
    }

    private static String[] texts(Collection<DoorEvent> events, Function<DoorEvent, String> text) {
        return events.stream().map(text).toArray(String[]::new);
    }

    /** Oldest first. */
    List<Unjudged> unjudged() {
        return jdbc.sql("select id, at, kind, lock_id, platform_user from door_event where finding is null order by at")
                .query((row, number) -> unjudged(row))
                .list();
    }

    private static Unjudged unjudged(ResultSet row) throws SQLException {
        return new Unjudged(
                row.getString("id"),
                Rows.instant(row, "at").orElseThrow(),
                DoorEvent.Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getObject("lock_id", UUID.class)).map(LockId::new),
                Optional.ofNullable(row.getObject("platform_user", UUID.class)).map(PlatformUserId::new));
    }

    /** The groups that open the door without being this space's: who is in them is not read otherwise. */
    Set<AccessGroupId> othersThatOpen(LockId lock) {
        return jdbc.sql("""
                    select group_id from salto_group_lock
                    where lock_id = :lock and group_id not in (select group_id from group_claim)
                    """)
                .param("lock", lock.value())
                .query((row, number) -> new AccessGroupId(row.getObject("group_id", UUID.class)))
                .set();
    }

    /** By event; one whose person was in no group of the door is missing. */
    Map<String, List<Stay>> stays(Collection<String> events) {
        Map<String, List<Stay>> stays = new HashMap<>();
        jdbc.sql(STAYS)
                .param("ids", events.toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString("id"), stay(row)))
                .list()
                .forEach(stay -> stays.merge(stay.getKey(), List.of(stay.getValue()), DoorEventRows::both));
        return stays;
    }

    private static Stay stay(ResultSet row) throws SQLException {
        return new Stay(
                Rows.instant(row, "from_at").orElseThrow(),
                Rows.instant(row, "until_at"),
                row.getBoolean("by_hand"),
                Rows.instant(row, "scheduled_at"));
    }

    private static List<Stay> both(List<Stay> some, List<Stay> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    void judged(Map<String, DoorFinding> findings) {
        List<Map.Entry<String, DoorFinding>> all = List.copyOf(findings.entrySet());
        jdbc.sql("""
                update door_event set finding = found from unnest(:ids::text[], :found::text[]) as judged (event, found)
                where id = event
                """)
                .param("ids", all.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .param("found", all.stream().map(one -> one.getValue().name()).toArray(String[]::new))
                .update();
    }

    record Unjudged(String id, Instant at, DoorEvent.Kind kind, Optional<LockId> lock, Optional<PlatformUserId> user) {}
}
