package app.latchkey.nexudus;

import app.latchkey.entitlement.Team;
import app.latchkey.shared.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The table {@code nexudus_team}. Within a space's scope. */
@Repository("nexudusTeamRows")
class TeamRows {

    private static final String SELECT = "select holder_id, member_id, shares_passes from nexudus_team";
    private static final String ORDER = " order by holder_id, place";

    private final JdbcClient jdbc;

    TeamRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void replace(Collection<Team> teams) {
        jdbc.sql("delete from nexudus_team").update();
        for (Team team : teams) {
            jdbc.sql("""
                            insert into nexudus_team (holder_id, member_id, place, shares_passes)
                            select :holder, member, min(place), :shares
                            from unnest(:members::bigint[]) with ordinality as row (member, place) group by member
                            on conflict (space_id, holder_id, member_id) do update
                            set shares_passes = nexudus_team.shares_passes or excluded.shares_passes
                            """)
                    .param("holder", team.holder().value())
                    .param("members", ids(team.members()))
                    .param("shares", team.sharesPasses())
                    .update();
        }
    }

    List<Team> all() {
        return teams(jdbc.sql(SELECT + ORDER));
    }

    /** Teams that one of these holds or belongs to, each whole. */
    List<Team> of(Set<CustomerId> customers) {
        return teams(jdbc.sql(SELECT + """
                         where holder_id = any (:ids)
                            or holder_id in (select holder_id from nexudus_team where member_id = any (:ids))
                        """ + ORDER).param("ids", ids(customers)));
    }

    private static List<Team> teams(StatementSpec rows) {
        Map<Kept, List<CustomerId>> members = new LinkedHashMap<>();
        rows.query(row -> {
            Kept team = new Kept(id(row, "holder_id"), row.getBoolean("shares_passes"));
            members.computeIfAbsent(team, none -> new ArrayList<>()).add(id(row, "member_id"));
        });
        return members.entrySet().stream()
                .map(team -> new Team(
                        team.getKey().holder(), team.getValue(), team.getKey().sharesPasses()))
                .toList();
    }

    /** Somebody may pay for two teams of which only one shares its passes. */
    private record Kept(CustomerId holder, boolean sharesPasses) {}

    private static CustomerId id(ResultSet row, String column) throws SQLException {
        return new CustomerId(row.getLong(column));
    }

    private static Long[] ids(Collection<CustomerId> customers) {
        return customers.stream().map(CustomerId::value).toArray(Long[]::new);
    }
}
