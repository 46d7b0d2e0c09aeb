package app.latchkey.salto;

import app.latchkey.entitlement.WeeklyHours;
import app.latchkey.entitlement.WeeklyHours.Span;
import app.latchkey.shared.AccessGroupId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** In which hours the doors of a space's groups answer, as last read: the table {@code salto_group_hours}. Within a space's scope. */
@Repository
public class GroupHours {

    private record Timed(AccessGroupId group, Span span) {

        /** As PostgreSQL writes an array, Monday being 1. */
        private String days() {
            return span.days().stream()
                    .sorted()
                    .map(day -> String.valueOf(day.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
    }

    private final JdbcClient jdbc;

    public GroupHours(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void replace(Collection<AccessGroup> groups) {
        jdbc.sql("delete from salto_group_hours").update();
        List<Timed> timed = groups.stream()
                .flatMap(group -> group.hours().stream().map(span -> new Timed(group.id(), span)))
                .toList();
        jdbc.sql("""
            insert into salto_group_hours (group_id, days, opens, closes)
            select group_id, days::smallint[], opens, closes
            from unnest(:groups::uuid[], :days::text[], :opens::time[], :closes::time[])
                 as row (group_id, days, opens, closes)
            on conflict do nothing
            """)
                .param(
                        "groups",
                        timed.stream().map(each -> each.group().value()).toArray(UUID[]::new))
                .param("days", timed.stream().map(Timed::days).toArray(String[]::new))
                .param(
                        "opens",
                        timed.stream()
                                .map(each -> each.span().from().toString())
                                .toArray(String[]::new))
                .param(
                        "closes",
                        timed.stream()
                                .map(each -> each.span().until().toString())
                                .toArray(String[]::new))
                .update();
    }

    /** Of the groups whose hours are known to be limited. Times without a zone say nothing. */
    public Map<AccessGroupId, WeeklyHours> known() {
        return jdbc.sql("select zone from salto_seats where zone is not null")
                .query(String.class)
                .optional()
                .map(ZoneId::of)
                .map(this::in)
                .orElse(Map.of());
    }

    private Map<AccessGroupId, WeeklyHours> in(ZoneId zone) {
        return spans().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, group -> new WeeklyHours(group.getValue(), zone)));
    }

    Map<AccessGroupId, List<Span>> spans() {
        return jdbc
                .sql("select group_id, days, opens, closes from salto_group_hours order by days, opens, closes")
                .query((row, number) -> new Timed(new AccessGroupId(row.getObject("group_id", UUID.class)), span(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Timed::group, Collectors.mapping(Timed::span, Collectors.toList())));
    }

    private static Span span(ResultSet row) throws SQLException {
        Short[] days = (Short[]) row.getArray("days").getArray();
        return new Span(
                Arrays.stream(days).map(day -> DayOfWeek.of(day)).collect(Collectors.toUnmodifiableSet()),
                row.getObject("opens", LocalTime.class),
                row.getObject("closes", LocalTime.class));
    }
}
