package app.latchkey.sync.work;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The order in which a space's customers are served: whoever may be let in before whoever has to leave, and both before those who are looked
 * at once more. A row is in the first lane that one of its causes names; what is read of the whole space comes after all of them.
 */
enum Lane {
    /** Whatever is in no other lane: a beginning, a hook, a person's wish. */
    GRANTS(Set.of()),
    REMOVALS(Set.of(Causes.ENDS)),
    REPAIR(Set.of(Causes.MISSING, Causes.SECOND_LOOK, Causes.CHANGED, Causes.CHANGED_IN_SALTO));

    private final Set<String> causes;

    Lane(Set<String> causes) {
        this.causes = causes;
    }

    /** A hint of Nexudus's says nothing new of somebody whose access ends now. */
    static Lane of(List<String> causes) {
        return causes.stream()
                .filter(cause -> !cause.equals(Causes.HINT) || !causes.contains(Causes.ENDS))
                .map(Lane::of)
                .min(Lane::compareTo)
                .orElse(REPAIR);
    }

    private static Lane of(String cause) {
        return Arrays.stream(values())
                .filter(lane -> lane.causes.contains(cause))
                .findFirst()
                .orElse(GRANTS);
    }

    /** A row with no other causes than these is in this lane or in a later one. */
    String[] andLater() {
        return Arrays.stream(values())
                .skip(ordinal())
                .flatMap(lane -> lane.causes.stream())
                .toArray(String[]::new);
    }
}
