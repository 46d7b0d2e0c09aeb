package app.latchkey.onboarding;

import app.latchkey.matching.MatchableGroup;
import app.latchkey.salto.AccessGroup;
import app.latchkey.salto.Lock;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.SpaceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The groups of the site, and which other space has one.
 *
 * @param names of other spaces, only those that are the viewer's own
 */
public record GroupChoices(List<AccessGroup> groups, Map<AccessGroupId, SpaceId> taken, Map<SpaceId, String> names) {

    public GroupChoices {
        groups = List.copyOf(groups);
        taken = Map.copyOf(taken);
        names = Map.copyOf(names);
    }

    public Optional<AccessGroup> find(AccessGroupId id) {
        return groups.stream().filter(group -> group.id().equals(id)).findFirst();
    }

    public String name(AccessGroupId id) {
        return find(id).map(AccessGroup::name).orElse("a group that is no longer in Salto");
    }

    public Optional<SpaceId> takenBy(AccessGroupId id) {
        return Optional.ofNullable(taken.get(id));
    }

    /** The other space's name for its own operator, else no name. */
    public String nameOf(SpaceId space) {
        return Optional.ofNullable(names.get(space)).orElse("another space");
    }

    public List<AccessGroup> free() {
        return groups.stream().filter(group -> !taken.containsKey(group.id())).toList();
    }

    List<MatchableGroup> matchable() {
        return groups.stream().map(GroupChoices::matchable).toList();
    }

    static MatchableGroup matchable(AccessGroup group) {
        return new MatchableGroup(
                group.id(),
                group.name(),
                group.hasSchedule(),
                group.alwaysOpen(),
                group.locks().stream().map(Lock::name).toList(),
                Set.of());
    }
}
