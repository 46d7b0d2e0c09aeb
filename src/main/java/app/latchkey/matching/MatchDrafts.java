package app.latchkey.matching;

import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.ItemKind;
import app.latchkey.shared.SpaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Choices on the way to a version. */
@Repository
class MatchDrafts {

    private final JdbcClient jdbc;

    MatchDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<ItemId, Set<AccessGroupId>> of(SpaceId space) {
        Map<ItemId, Set<AccessGroupId>> chosen = new TreeMap<>();
        jdbc.sql("select item_kind, item_id, groups from match_draft where space_id = :space")
                .param("space", space.value())
                .query((row, number) -> chosen.put(
                        new ItemId(ItemKind.valueOf(row.getString("item_kind")), row.getLong("item_id")), groups(row)))
                .list();
        return chosen;
    }

    void put(SpaceId space, ItemId item, Set<AccessGroupId> groups, Instant now) {
        jdbc.sql("""
                        insert into match_draft (space_id, item_kind, item_id, groups, changed_at)
                        values (:space, :kind, :item, :groups, :now)
                        on conflict (space_id, item_kind, item_id)
                        do update set groups = excluded.groups, changed_at = excluded.changed_at
                        """)
                .param("space", space.value())
                .param("kind", item.kind().name())
                .param("item", item.value())
                .param("groups", groups.stream().map(AccessGroupId::value).toArray(UUID[]::new))
                .param("now", Timestamp.from(now))
                .update();
    }

    void drop(SpaceId space, ItemId item) {
        jdbc.sql("delete from match_draft where space_id = :space and item_kind = :kind and item_id = :item")
                .param("space", space.value())
                .param("kind", item.kind().name())
                .param("item", item.value())
                .update();
    }

    void clear(SpaceId space) {
        jdbc.sql("delete from match_draft where space_id = :space")
                .param("space", space.value())
                .update();
    }

    private static Set<AccessGroupId> groups(ResultSet row) throws SQLException {
        return Arrays.stream((UUID[]) row.getArray("groups").getArray())
                .map(AccessGroupId::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
