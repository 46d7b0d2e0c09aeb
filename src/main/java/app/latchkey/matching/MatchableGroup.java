package app.latchkey.matching;

import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.EmailAddress;
import java.util.List;
import java.util.Set;

/**
 * An access group as suggestions and linter see it.
 *
 * @param hasSchedule without one Salto opens no door for the group
 * @param alwaysOpen whether its schedule covers every hour
 * @param doors names of its doors
 * @param members who is in it now
 */
public record MatchableGroup(
        AccessGroupId id,
        String name,
        boolean hasSchedule,
        boolean alwaysOpen,
        List<String> doors,
        Set<EmailAddress> members) {

    public MatchableGroup {
        doors = List.copyOf(doors);
        members = Set.copyOf(members);
    }

    boolean opensNothing() {
        return !hasSchedule || doors.isEmpty();
    }
}
