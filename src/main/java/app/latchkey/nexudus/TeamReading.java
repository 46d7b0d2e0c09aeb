package app.latchkey.nexudus;

import app.latchkey.entitlement.Team;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One reading of the location's teams. Lists leave the members out, so that each team is read by its id. */
final class TeamReading {

    private final SpaceId space;
    private final Lists lists;
    private final long location;

    TeamReading(SpaceId space, Lists lists, long location) {
        this.space = space;
        this.lists = lists;
        this.location = location;
    }

    /** Empty when not all could be read: then nobody may conclude that somebody has left. */
    Optional<List<Team>> read() {
        Lists.Result listed =
                lists.all(space, Entity.TEAM, List.of(Entity.TEAM.filter("Business", location)), (soFar, total) -> {});
        List<Long> ids = listed.rows().stream().map(Row::id).toList();
        Map<Long, Row> whole = lists.byIds(space, Entity.TEAM, ids).stream()
                .collect(Collectors.toMap(Row::id, row -> row, (one, other) -> other));
        List<Team> teams = new ArrayList<>();
        try {
            for (Long id : ids) {
                Row row = Optional.ofNullable(whole.get(id)).orElseThrow(() -> new Row.MissingField("Team"));
                team(row).ifPresent(teams::add);
            }
        } catch (Row.MissingField | Row.Nonsense e) {
            return Optional.empty();
        }
        return Optional.of(teams).filter(all -> listed.trouble().isEmpty());
    }

    private static Optional<Team> team(Row row) {
        List<CustomerId> members = row.ids("TeamMemberIds", "TeamMembers").stream()
                .map(CustomerId::new)
                .toList();
        return row.number("PayingMemberId")
                .map(holder -> new Team(new CustomerId(holder), members, row.flagIfAny("ShareTimePasses")));
    }
}
