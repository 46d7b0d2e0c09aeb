package app.latchkey.operator;

import app.latchkey.entitlement.Matches;
import app.latchkey.matching.Evidence;
import app.latchkey.matching.MatchFlag;
import app.latchkey.matching.MatchVersion;
import app.latchkey.nexudus.Item;
import app.latchkey.salto.AccessGroup;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.SpaceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What opens what, as published and as somebody is changing it.
 *
 * @param published what holds now, also for items that Nexudus no longer lists
 * @param groups of the site, by name
 * @param versions newest first
 */
public record MatchSheet(Matches published, List<Row> rows, List<Group> groups, List<MatchVersion> versions) {

    public MatchSheet {
        rows = List.copyOf(rows);
        groups = List.copyOf(groups);
        versions = List.copyOf(versions);
    }

    /**
     * One item.
     *
     * @param draft what somebody chose and has not published
     * @param flags what is wrong with each chosen group
     * @param evidence for each group that fits
     */
    public record Row(
            Item item,
            Set<AccessGroupId> published,
            Optional<Set<AccessGroupId>> draft,
            Map<AccessGroupId, List<MatchFlag>> flags,
            Map<AccessGroupId, List<Evidence>> evidence) {

        public Row {
            published = Set.copyOf(published);
            draft = draft.map(Set::copyOf);
            flags = Map.copyOf(flags);
            evidence = Map.copyOf(evidence);
        }

        public Set<AccessGroupId> chosen() {
            return draft.orElse(published);
        }

        public boolean isChanged() {
            return draft.filter(chosen -> !chosen.equals(published)).isPresent();
        }

        public boolean needsALook() {
            return flags.values().stream().anyMatch(found -> !found.isEmpty());
        }
    }

    /**
     * One access group.
     *
     * @param people who are in it now
     * @param takenBy another space that has it
     */
    public record Group(AccessGroup group, int people, Optional<SpaceId> takenBy) {}

    public long changes() {
        return rows.stream().filter(Row::isChanged).count();
    }

    public Optional<Row> find(ItemId item) {
        return rows.stream().filter(row -> row.item().id().equals(item)).findFirst();
    }

    public Optional<Group> group(AccessGroupId id) {
        return groups.stream().filter(group -> group.group().id().equals(id)).findFirst();
    }

    public String name(AccessGroupId id) {
        return group(id).map(group -> group.group().name()).orElse("a group that is no longer in Salto");
    }

    /** What publishing would make of it. */
    public Map<ItemId, Set<AccessGroupId>> wanted() {
        Map<ItemId, Set<AccessGroupId>> wanted = new HashMap<>(published.groupsOf());
        wanted.keySet()
                .removeIf(item -> rows.stream()
                        .anyMatch(row -> row.item().id().sameRecord().contains(item)));
        rows.forEach(row -> wanted.put(row.item().id(), row.chosen()));
        return wanted.entrySet().stream()
                .filter(match -> !match.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
