package app.latchkey.matching;

import app.latchkey.entitlement.Matches;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.AccountId;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.ItemKind;
import app.latchkey.shared.SpaceId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Versions of matches: written once, never changed. */
@Repository
class MatchVersions {

    private final JdbcClient jdbc;

    MatchVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Matches current(SpaceId space) {
        long version = latest(space);
        return new Matches(version, matches(space, version));
    }

    /** Newest first. */
    List<MatchVersion> all(SpaceId space, int limit) {
        return jdbc.sql("""
                        select version, published_at, coalesce(team.email_norm, 'somebody who has left') as who
                        from match_version left join team
                          on team.space_id = match_version.space_id and team.account_id = match_version.published_by
                        where match_version.space_id = :space order by version desc limit :limit
                        """)
                .param("space", space.value())
                .param("limit", limit)
                .query((row, number) -> new MatchVersion(
                        row.getTimestamp("published_at").toInstant(),
                        row.getString("who"),
                        new Matches(row.getLong("version"), matches(space, row.getLong("version")))))
                .list();
    }

    private Map<ItemId, Set<AccessGroupId>> matches(SpaceId space, long version) {
        Map<ItemId, Set<AccessGroupId>> matches = new TreeMap<>();
        jdbc.sql("""
                        select item_kind, item_id, group_id from match where space_id = :space and version = :version
                        """)
                .param("space", space.value())
                .param("version", version)
                .query((row, number) -> matches.computeIfAbsent(
                                new ItemId(ItemKind.valueOf(row.getString("item_kind")), row.getLong("item_id")),
                                item -> new HashSet<>())
                        .add(new AccessGroupId(row.getObject("group_id", UUID.class))))
                .list();
        return matches;
    }

    /** Until the end of the transaction nobody else publishes for this space. */
    void oneAtATime(SpaceId space) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('matches:' || :space, 0))")
                .param("space", space.toString())
                .query((row, number) -> number)
                .list();
    }

    long add(SpaceId space, Map<ItemId, Set<AccessGroupId>> matches, AccountId by, Instant now) {
        long version = latest(space) + 1;
        jdbc.sql("""
                        insert into match_version (space_id, version, published_at, published_by)
                        values (:space, :version, :now, :by)
                        """)
                .param("space", space.value())
                .param("version", version)
                .param("now", Timestamp.from(now))
                .param("by", by.value())
                .update();
        matches.forEach((item, groups) -> groups.forEach(group -> add(space, version, item, group)));
        return version;
    }

    private void add(SpaceId space, long version, ItemId item, AccessGroupId group) {
        jdbc.sql("""
                        insert into match (space_id, version, item_kind, item_id, group_id)
                        values (:space, :version, :kind, :item, :group)
                        """)
                .param("space", space.value())
                .param("version", version)
                .param("kind", item.kind().name())
                .param("item", item.value())
                .param("group", group.value())
                .update();
    }

    private long latest(SpaceId space) {
        return jdbc.sql("select coalesce(max(version), 0) from match_version where space_id = :space")
                .param("space", space.value())
                .query(Long.class)
                .single();
    }
}
