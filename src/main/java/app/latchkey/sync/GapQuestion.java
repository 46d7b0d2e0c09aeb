package app.latchkey.sync;

import app.latchkey.entitlement.Because;
import app.latchkey.sync.ReviewAnswer.InGroup;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What an operator is asked after a time of which nothing is known. Until the answer nothing is written.
 *
 * @param since when the last run that is known ended
 * @param askedAt since when it waits
 */
public record GapQuestion(Instant since, Instant askedAt, List<Line> lines) {

    public GapQuestion {
        lines = List.copyOf(lines);
    }

    /** @param because what explains that the person is, or should be, in the group; nothing when nothing does */
    public record Line(InGroup place, String name, String groupName, Found found, List<Because> because) {
        public Line {
            because = List.copyOf(because);
        }
    }

    /** Stored by name. */
    public enum Found {
        /** In Salto, unknown to us, and entitled now. */
        ENTITLED,
        /** In Salto, unknown to us, and entitled at some time of which nothing is known. */
        WAS_ENTITLED,
        /** In Salto, unknown to us, and nothing explains it: stays by hand. */
        UNEXPLAINED,
        /** Let in by us, gone from Salto, and still entitled. */
        MISSING,
        /** Let in by us, gone from Salto, and no longer entitled. */
        MISSING_AND_OVER,
        /** Recorded by a newer version than this one, which does not understand it. Never written. */
        FROM_NEWER_VERSION;

        /** Whether there is something to choose. */
        public boolean asks() {
            return this == ENTITLED || this == WAS_ENTITLED || this == MISSING;
        }
    }

    /** What the answer has to cover. */
    public Set<InGroup> places() {
        return places(line -> true);
    }

    public Set<InGroup> places(Predicate<Line> which) {
        return lines.stream().filter(which).map(Line::place).collect(Collectors.toUnmodifiableSet());
    }

    public List<Line> found(Found found) {
        return lines.stream().filter(line -> line.found() == found).toList();
    }
}
