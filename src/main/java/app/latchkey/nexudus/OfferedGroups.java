package app.latchkey.nexudus;

import app.latchkey.shared.AccessGroupId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code acs_group}. Within a space's scope. */
@Repository("nexudusOfferedGroups")
class OfferedGroups {

    private final JdbcClient jdbc;

    OfferedGroups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From now on these and no others may be chosen; a group keeps its number for good. */
    void replace(Map<AccessGroupId, String> groups) {
        jdbc.sql("update acs_group set offered = false where offered").update();
        jdbc.sql("""
                        insert into acs_group (group_id, name, offered)
                        select group_id, name, true from unnest(:groups::uuid[], :names::text[]) as row (group_id, name)
                        on conflict (space_id, group_id) do update set name = excluded.name, offered = true
                        """)
                .param(
                        "groups",
                        groups.keySet().stream().map(AccessGroupId::value).toArray(UUID[]::new))
                .param("names", groups.values().toArray(String[]::new))
                .update();
    }

    /** The ids of all that could ever be chosen, as Nexudus may have kept them on its items; in lower case. */
    Set<String> everHandedOut() {
        return jdbc.sql("select group_id::text from acs_group")
                .query((row, number) -> row.getString("group_id"))
                .set();
    }

    List<OfferedGroup> all() {
        return jdbc.sql("""
                        select group_id, name, (select count(*) from acs_push_group pushed
                                                where pushed.group_ref = acs_group.group_id::text) as people
                        from acs_group where offered order by natural_order(name), group_id
                        """)
                .query((row, number) -> new OfferedGroup(
                        new AccessGroupId(row.getObject("group_id", UUID.class)),
                        row.getString("name"),
                        row.getInt("people")))
                .list();
    }
}
