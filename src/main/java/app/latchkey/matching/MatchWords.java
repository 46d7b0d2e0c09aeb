package app.latchkey.matching;

import app.latchkey.matching.Evidence.HoldersInside;
import app.latchkey.matching.Evidence.NamedDoors;
import app.latchkey.matching.Evidence.SameNumber;
import app.latchkey.matching.Evidence.SameWords;
import app.latchkey.matching.MatchFlag.Gone;
import app.latchkey.matching.MatchFlag.Narrowed;
import app.latchkey.matching.MatchFlag.NarrowerSchedule;
import app.latchkey.matching.MatchFlag.NoDoors;
import app.latchkey.matching.MatchFlag.NoSchedule;
import app.latchkey.matching.MatchFlag.Renamed;
import app.latchkey.matching.MatchFlag.Taken;
import app.latchkey.shared.SpaceId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The one wording table of evidence and flags. */
public final class MatchWords {

    private MatchWords() {}

    /** "Same number (4) · holds the doors Room 4 · 5 of 6 holders are in it". */
    public static String evidence(List<Evidence> evidence) {
        String words = evidence.stream().map(MatchWords::say).collect(Collectors.joining(" · "));
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** @param nameOf what the viewer may call another space */
    public static String flag(MatchFlag flag, String group, Function<SpaceId, String> nameOf) {
        return switch (flag) {
            case NoSchedule _ -> group + " has no time schedule in Salto. Salto opens no door for a group without one.";
            case NoDoors _ -> group + " holds no door. People in it open nothing.";
            case Taken taken ->
                "%s is taken by %s. Give it up there first, or use another group."
                        .formatted(group, nameOf.apply(taken.by()));
            case NarrowerSchedule _ -> group + " opens at certain hours only; this is sold for the whole day.";
            case Renamed renamed -> "%s was called %s before.".formatted(group, renamed.before());
            case Narrowed _ -> group + " opened around the clock before; now at certain hours only.";
            case Gone _ -> "This group is no longer in Salto. Choose another.";
        };
    }

    private static String say(Evidence evidence) {
        return switch (evidence) {
            case SameNumber same -> "same number (%s)".formatted(same.number());
            case SameWords same ->
                "%s (%s)"
                        .formatted(
                                same.all() ? "same words" : "some of the same words", String.join(", ", same.words()));
            case NamedDoors named ->
                "holds the door%s %s".formatted(named.doors().size() == 1 ? "" : "s", String.join(", ", named.doors()));
            case HoldersInside inside ->
                "%d of %d holders %s in it"
                        .formatted(inside.inside(), inside.holders(), inside.inside() == 1 ? "is" : "are");
        };
    }
}
