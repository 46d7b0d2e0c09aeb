package app.latchkey.entitlement;

import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.ItemId;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which items earn which access groups, many to many.
 *
 * @param version of the publication; 0 before the first
 */
public record Matches(long version, Map<ItemId, Set<AccessGroupId>> groupsOf) {

    public Matches {
        groupsOf = groupsOf.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }

    public static Matches none() {
        return new Matches(0, Map.of());
    }

    /** Every access group that some item earns. */
    public Set<AccessGroupId> groups() {
        return groupsOf.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** What an item earns; a desk may have been matched as an office and the other way round. */
    public Set<AccessGroupId> earnedBy(ItemId item) {
        return item.sameRecord().stream()
                .flatMap(id -> groupsOf.getOrDefault(id, Set.of()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean earns(ItemId item, AccessGroupId group) {
        return item.sameRecord().stream()
                .anyMatch(id -> groupsOf.getOrDefault(id, Set.of()).contains(group));
    }
}
