package app.latchkey.onboarding;

import app.latchkey.matching.MatchFlag;
import app.latchkey.matching.MatchLinter;
import app.latchkey.matching.Suggestion;
import app.latchkey.nexudus.Item;
import app.latchkey.shared.AccessGroupId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One item on the way to its groups: what is chosen, and what we would choose. */
public record MatchRow(Item item, Set<AccessGroupId> chosen, Suggestion suggestion) {

    public MatchRow {
        chosen = Set.copyOf(chosen);
    }

    public boolean isMatched() {
        return !chosen.isEmpty();
    }

    /** Something unsure stands open, or something chosen is flagged. */
    public boolean needsALook(GroupChoices groups) {
        boolean open = !isMatched() && suggestion.best().isPresent();
        return open || !flags(groups).isEmpty();
    }

    /** The first thing to say about each chosen group that has one. */
    public Map<AccessGroupId, MatchFlag> flags(GroupChoices groups) {
        Map<AccessGroupId, MatchFlag> flags = new TreeMap<>();
        for (AccessGroupId group : chosen) {
            flagOf(group, groups).ifPresent(flag -> flags.put(group, flag));
        }
        return flags;
    }

    private Optional<MatchFlag> flagOf(AccessGroupId id, GroupChoices groups) {
        return groups.find(id)
                .map(group -> MatchLinter.flags(item.id(), GroupChoices.matchable(group), groups.takenBy(id)).stream()
                        .findFirst())
                .orElseGet(() -> Optional.of(new MatchFlag.Gone()));
    }

    MatchRow choosing(Set<AccessGroupId> groups) {
        return new MatchRow(item, groups, suggestion);
    }
}
