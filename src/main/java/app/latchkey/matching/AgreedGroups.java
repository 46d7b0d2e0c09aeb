package app.latchkey.matching;

import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.SpaceId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code match_group}: access groups as somebody of the space last agreed to them. Within the space's scope. */
@Repository
class AgreedGroups {

    private final JdbcClient jdbc;

    AgreedGroups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What has become different in Salto since, by group; a group seen for the first time is agreed to as it is. */
    Map<AccessGroupId, MatchFlag> changed(SpaceId space) {
        agree(space, Optional.empty(), "do nothing");
        Map<AccessGroupId, MatchFlag> flags = new HashMap<>();
        jdbc.sql("""
                        select agreed.group_id, agreed.name, agreed.name <> known.name as renamed
                        from match_group agreed join salto_group known using (space_id, group_id)
                        where agreed.space_id = :space
                          and (agreed.name <> known.name or agreed.always_open and not known.always_open)
                        """)
                .param("space", space.value())
                .query((row, number) -> flags.put(
                        new AccessGroupId(row.getObject("group_id", UUID.class)),
                        row.getBoolean("renamed")
                                ? new MatchFlag.Renamed(row.getString("name"))
                                : new MatchFlag.Narrowed()))
                .list();
        return flags;
    }

    void agree(SpaceId space, AccessGroupId group) {
        agree(
                space,
                Optional.of(group),
                "(space_id, group_id) do update set name = excluded.name, always_open = excluded.always_open");
    }

    private void agree(SpaceId space, Optional<AccessGroupId> only, String otherwise) {
        jdbc.sql("""
                        insert into match_group (space_id, group_id, name, always_open)
                        select known.space_id, known.group_id, known.name, known.always_open
                        from salto_group known
                        where known.space_id = :space and known.group_id in (select group_id from match)
                          and (:only::uuid is null or known.group_id = :only)
                        on conflict
                        """ + otherwise)
                .param("space", space.value())
                .param("only", only.map(AccessGroupId::value).orElse(null))
                .update();
    }
}
