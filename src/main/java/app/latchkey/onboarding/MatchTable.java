package app.latchkey.onboarding;

import app.latchkey.salto.Lock;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.ItemKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Step 3 as it stands: every item with what is chosen for it.
 *
 * @param doors all of the site, by name; none where Salto does not show them to us
 */
public record MatchTable(List<MatchRow> rows, GroupChoices groups, List<Lock> doors, Instant readAt) {

    public MatchTable {
        rows = List.copyOf(rows);
        doors = List.copyOf(doors);
    }

    public long matched() {
        return count(MatchRow::isMatched);
    }

    public long count(ItemKind kind) {
        return count(row -> row.item().id().kind() == kind);
    }

    public long count(Predicate<MatchRow> which) {
        return rows.stream().filter(which).count();
    }

    public MatchTable choosing(ItemId item, Set<AccessGroupId> chosen) {
        return new MatchTable(
                rows.stream()
                        .map(row -> row.item().id().equals(item) ? row.choosing(chosen) : row)
                        .toList(),
                groups,
                doors,
                readAt);
    }

    /** With what was chosen elsewhere meanwhile: whoever has the step open twice loses nothing. */
    MatchTable under(Map<ItemId, Set<AccessGroupId>> draft) {
        return new MatchTable(
                rows.stream()
                        .map(row -> row.choosing(draft.getOrDefault(row.item().id(), row.chosen())))
                        .toList(),
                groups,
                doors,
                readAt);
    }

    /** What would be published. */
    public Map<ItemId, Set<AccessGroupId>> matches() {
        return rows.stream()
                .filter(MatchRow::isMatched)
                .collect(Collectors.toUnmodifiableMap(row -> row.item().id(), MatchRow::chosen));
    }
}
