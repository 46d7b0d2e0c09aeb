package app.latchkey.matching;

import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.SpaceId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which access group belongs to which space. */
@Repository
class GroupClaims {

    private final JdbcClient jdbc;

    GroupClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes these exactly the groups of the space. The table's own uniqueness decides, so two spaces at once cannot both win. */
    void claim(SpaceId space, Set<AccessGroupId> groups, Instant now) {
        release(space, groups);
        add(space, groups, now);
        Set<AccessGroupId> lost = new TreeSet<>(groups);
        lost.removeAll(of(space));
        if (!lost.isEmpty()) {
            throw new GroupsTaken(lost);
        }
    }

    /** Takes those that are free. */
    void add(SpaceId space, Set<AccessGroupId> groups, Instant now) {
        jdbc.sql("""
                        insert into group_claim (space_id, group_id, claimed_at)
                        select :space, wanted, :now from unnest(:groups::uuid[]) wanted order by wanted
                        on conflict do nothing
                        """)
                .param("space", space.value())
                .param("now", Timestamp.from(now))
                .param("groups", uuids(groups))
                .update();
    }

    /** In the system scope: a space does not see what others have. */
    Map<AccessGroupId, SpaceId> ofOthers(SpaceId space, Set<AccessGroupId> groups) {
        Map<AccessGroupId, SpaceId> others = new TreeMap<>();
        jdbc.sql("""
                        select group_id, space_id from group_claim
                        where group_id = any (:groups::uuid[]) and space_id <> :space
                        """)
                .param("groups", uuids(groups))
                .param("space", space.value())
                .query((row, number) -> others.put(
                        new AccessGroupId(row.getObject("group_id", UUID.class)),
                        new SpaceId(row.getObject("space_id", UUID.class))))
                .list();
        return others;
    }

    private Set<AccessGroupId> of(SpaceId space) {
        return new TreeSet<>(jdbc.sql("select group_id from group_claim where space_id = :space")
                .param("space", space.value())
                .query((row, number) -> new AccessGroupId(row.getObject("group_id", UUID.class)))
                .list());
    }

    private void release(SpaceId space, Set<AccessGroupId> kept) {
        jdbc.sql("delete from group_claim where space_id = :space and not group_id = any (:kept::uuid[])")
                .param("space", space.value())
                .param("kept", uuids(kept))
                .update();
    }

    private static UUID[] uuids(Collection<AccessGroupId> groups) {
        return groups.stream().map(AccessGroupId::value).toArray(UUID[]::new);
    }
}
