package app.latchkey.salto;

import app.latchkey.entitlement.WeeklyHours;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.LockId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code salto_group} and {@code salto_group_lock}. */
@Repository("saltoGroupRows")
class GroupRows {

    private record Placed(UUID group, Lock lock) {}

    private final JdbcClient jdbc;
    private final GroupHours hours;

    GroupRows(JdbcClient jdbc, GroupHours hours) {
        this.jdbc = jdbc;
        this.hours = hours;
    }

    void replace(Collection<AccessGroup> groups, Instant seenAt) {
        jdbc.sql("delete from salto_group_lock").update();
        jdbc.sql("delete from salto_group where group_id <> all(:ids)")
                .param("ids", groups.stream().map(each -> each.id().value()).toArray(UUID[]::new))
                .update();
        jdbc.sql("""
            insert into salto_group (group_id, name, has_schedule, always_open, seen_at)
            select group_id, name, has_schedule, always_open, :seen
            from unnest(:ids::uuid[], :names::text[], :scheduled::boolean[], :always::boolean[])
                 as row (group_id, name, has_schedule, always_open)
            on conflict (space_id, group_id) do update
            set name = excluded.name,
                scheduled_at = case
                    when not excluded.has_schedule then null
                    when not salto_group.has_schedule then excluded.seen_at
                    else salto_group.scheduled_at end,
                has_schedule = excluded.has_schedule,
                always_open = excluded.always_open, seen_at = excluded.seen_at
            """)
                .param("seen", seenAt.atOffset(ZoneOffset.UTC))
                .param("ids", groups.stream().map(each -> each.id().value()).toArray(UUID[]::new))
                .param("names", groups.stream().map(AccessGroup::name).toArray(String[]::new))
                .param(
                        "scheduled",
                        groups.stream().map(AccessGroup::hasSchedule).toArray(Boolean[]::new))
                .param("always", groups.stream().map(AccessGroup::alwaysOpen).toArray(Boolean[]::new))
                .update();
        putLocks(groups);
        hours.replace(groups);
        offline(seenAt);
    }

    private void putLocks(Collection<AccessGroup> groups) {
        List<Placed> placed = groups.stream()
                .flatMap(group ->
                        group.locks().stream().map(lock -> new Placed(group.id().value(), lock)))
                .toList();
        jdbc.sql("""
            insert into salto_group_lock (group_id, lock_id, name, online)
            select group_id, lock_id, name, online
            from unnest(:groups::uuid[], :ids::uuid[], :names::text[], :online::boolean[])
                 as row (group_id, lock_id, name, online)
            on conflict do nothing
            """)
                .param("groups", placed.stream().map(Placed::group).toArray(UUID[]::new))
                .param(
                        "ids",
                        placed.stream().map(each -> each.lock().id().value()).toArray(UUID[]::new))
                .param("names", placed.stream().map(each -> each.lock().name()).toArray(String[]::new))
                .param(
                        "online",
                        placed.stream().map(each -> each.lock().online()).toArray(Boolean[]::new))
                .update();
    }

    /** Since when each lock has been offline: as far as our own readings go. */
    private void offline(Instant seenAt) {
        jdbc.sql("""
            delete from salto_lock_offline
            where lock_id not in (select lock_id from salto_group_lock where not online)
            """).update();
        jdbc.sql("""
            insert into salto_lock_offline (lock_id, since)
            select distinct lock_id, :seen::timestamptz from salto_group_lock where not online
            on conflict do nothing
            """).param("seen", seenAt.atOffset(ZoneOffset.UTC)).update();
    }

    Set<AccessGroupId> ids() {
        return new HashSet<>(jdbc.sql("select group_id from salto_group")
                .query((row, number) -> new AccessGroupId(row.getObject("group_id", UUID.class)))
                .list());
    }

    List<AccessGroup> all() {
        Map<UUID, List<Placed>> locks = jdbc
                .sql(
                        "select group_id, lock_id, name, online from salto_group_lock order by natural_order(name), lock_id")
                .query((row, number) -> new Placed(
                        row.getObject("group_id", UUID.class),
                        new Lock(
                                new LockId(row.getObject("lock_id", UUID.class)),
                                row.getString("name"),
                                row.getBoolean("online"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Placed::group));
        Map<AccessGroupId, List<WeeklyHours.Span>> spans = hours.spans();
        return jdbc.sql(
                        "select group_id, name, has_schedule, always_open from salto_group order by natural_order(name), group_id")
                .query((row, number) -> {
                    UUID id = row.getObject("group_id", UUID.class);
                    return new AccessGroup(
                            new AccessGroupId(id),
                            row.getString("name"),
                            row.getBoolean("has_schedule"),
                            row.getBoolean("always_open"),
                            spans.getOrDefault(new AccessGroupId(id), List.of()),
                            locks.getOrDefault(id, List.of()).stream()
                                    .map(Placed::lock)
                                    .toList());
                })
                .list();
    }
}
