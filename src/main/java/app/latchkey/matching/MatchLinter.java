package app.latchkey.matching;

import app.latchkey.matching.MatchFlag.NarrowerSchedule;
import app.latchkey.matching.MatchFlag.NoDoors;
import app.latchkey.matching.MatchFlag.NoSchedule;
import app.latchkey.matching.MatchFlag.Taken;
import app.latchkey.shared.ItemId;
import app.latchkey.shared.ItemKind;
import app.latchkey.shared.SpaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at a choice before people rely on it. */
public final class MatchLinter {

    private MatchLinter() {}

    /** @param takenBy the other space that has the group */
    public static List<MatchFlag> flags(ItemId item, MatchableGroup group, Optional<SpaceId> takenBy) {
        List<MatchFlag> flags = new ArrayList<>();
        takenBy.map(Taken::new).ifPresent(flags::add);
        if (!group.hasSchedule()) {
            flags.add(new NoSchedule());
        }
        if (group.doors().isEmpty()) {
            flags.add(new NoDoors());
        }
        if (group.hasSchedule() && !group.alwaysOpen() && isSoldForTheWholeDay(item)) {
            flags.add(new NarrowerSchedule());
        }
        return flags;
    }

    /** A booking has its own hours; everything else holds around the clock. */
    private static boolean isSoldForTheWholeDay(ItemId item) {
        return item.kind() != ItemKind.RESOURCE;
    }
}
