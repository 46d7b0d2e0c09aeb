package app.latchkey.salto;

import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.PlatformUserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code salto_group_member}. */
@Repository("saltoMemberRows")
class MemberRows {

    private static final String SELECT = "select group_id, platform_user, name from salto_group_member";

    private final JdbcClient jdbc;

    MemberRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Compares here and writes only what differs: most readings bring nothing new. */
    void replace(Collection<AccessGroupId> groups, Collection<GroupMember> members, Instant seenAt) {
        Set<GroupMember> gone = new HashSet<>(of(groups));
        List<GroupMember> news =
                members.stream().filter(member -> !gone.remove(member)).toList();
        if (!gone.isEmpty()) {
            delete(gone);
        }
        if (!news.isEmpty()) {
            put(news, seenAt);
        }
    }

    private void delete(Collection<GroupMember> members) {
        jdbc.sql("""
                        delete from salto_group_member using unnest(:groups::uuid[], :users::uuid[]) as gone (in_group, who)
                        where group_id = in_group and platform_user = who
                        """)
                .param("groups", groups(members))
                .param("users", users(members))
                .update();
    }

    private static UUID[] groups(Collection<GroupMember> members) {
        return members.stream().map(each -> each.group().value()).toArray(UUID[]::new);
    }

    private static UUID[] users(Collection<GroupMember> members) {
        return members.stream().map(each -> each.platformUser().value()).toArray(UUID[]::new);
    }

    void put(Collection<GroupMember> members, Instant seenAt) {
        jdbc.sql("""
                        insert into salto_group_member (group_id, platform_user, name, seen_at)
                        select group_id, platform_user, name, :seen
                        from unnest(:groups::uuid[], :users::uuid[], :names::text[]) as row (group_id, platform_user, name)
                        on conflict (space_id, group_id, platform_user) do update
                        set name = excluded.name, seen_at = excluded.seen_at
                        """)
                .param("seen", seenAt.atOffset(ZoneOffset.UTC))
                .param("groups", groups(members))
                .param("users", users(members))
                .param("names", members.stream().map(GroupMember::name).toArray(String[]::new))
                .update();
    }

    void delete(AccessGroupId group, PlatformUserId user) {
        jdbc.sql("delete from salto_group_member where group_id = :group and platform_user = :user")
                .param("group", group.value())
                .param("user", user.value())
                .update();
    }

    List<GroupMember> all() {
        return jdbc.sql(SELECT + " order by group_id, platform_user")
                .query(MemberRows::read)
                .list();
    }

    private List<GroupMember> of(Collection<AccessGroupId> groups) {
        return jdbc.sql(SELECT + " where group_id = any (:groups)")
                .param("groups", groups.stream().map(AccessGroupId::value).toArray(UUID[]::new))
                .query(MemberRows::read)
                .list();
    }

    List<GroupMember> of(AccessGroupId group) {
        return jdbc.sql(SELECT + " where group_id = :group order by name, platform_user")
                .param("group", group.value())
                .query(MemberRows::read)
                .list();
    }

    List<GroupMember> ofUsers(Collection<PlatformUserId> users) {
        return jdbc.sql(SELECT + " where platform_user = any (:users) order by group_id, platform_user")
                .param("users", users.stream().map(PlatformUserId::value).toArray(UUID[]::new))
                .query(MemberRows::read)
                .list();
    }

    Map<AccessGroupId, Integer> counts() {
        Map<AccessGroupId, Integer> counts = new HashMap<>();
        jdbc.sql("select group_id, count(*) as number from salto_group_member group by group_id")
                .query(row -> {
                    counts.put(new AccessGroupId(row.getObject("group_id", UUID.class)), row.getInt("number"));
                });
        return counts;
    }

    List<AccessGroupId> groupsOf(PlatformUserId user) {
        return jdbc.sql("select group_id from salto_group_member where platform_user = :user")
                .param("user", user.value())
                .query((row, number) -> new AccessGroupId(row.getObject("group_id", UUID.class)))
                .list();
    }

    private static GroupMember read(ResultSet row, int number) throws SQLException {
        return new GroupMember(
                new AccessGroupId(row.getObject("group_id", UUID.class)),
                new PlatformUserId(row.getObject("platform_user", UUID.class)),
                row.getString("name"));
    }
}
