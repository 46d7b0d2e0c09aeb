package app.latchkey.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a space leaves Latchkey, and how far it has come.
 *
 * @param dueAt from when on nothing is looked after any more; until then all goes on as before
 * @param leftOver what could not be tidied up at a partner, for people
 * @param lines the receipt: what became of each group membership that was ours; empty before {@code dueAt}
 * @param tags the same of each tag that we gave
 */
public record Leaving(
        int number,
        Way way,
        Instant dueAt,
        Instant begunAt,
        Stage stage,
        Optional<Instant> doneAt,
        Optional<String> leftOver,
        List<Line> lines,
        List<TagLine> tags) {

    public Leaving {
        lines = List.copyOf(lines);
        tags = List.copyOf(tags);
    }

    /** What becomes of those whom Latchkey let in. */
    public enum Way {
        /** They stay in their groups and keep their tags; nobody looks after them any more. */
        KEEP,
        /** All goes on until a date; they are taken out then, and the tags that we gave are taken back. */
        END_ON,
        /** The same now. */
        RELEASE
    }

    /** How far it has come. */
    public enum Stage {
        WAITING,
        GOING,
        DONE
    }

    /** What became of one group membership. */
    public enum Outcome {
        DUE,
        KEPT,
        TAKEN_OUT,
        /** Somebody else had ended it before. */
        NOT_IN
    }

    /** One line of the receipt. */
    public record Line(String name, String group, Outcome outcome, Instant at) {}

    /** What became of one tag. */
    public enum TagOutcome {
        DUE,
        KEPT,
        TAKEN_BACK,
        /** Somebody else had taken it before. */
        NOT_THERE,
        /** Salto does not let us: somebody has to do it there. */
        BY_HAND
    }

    /** One line of the receipt, about the tag of this number. */
    public record TagLine(String name, String tag, TagOutcome outcome, Instant at) {}

    /** How many tags have come to this. */
    public int count(TagOutcome outcome) {
        return (int) tags.stream().filter(line -> line.outcome() == outcome).count();
    }

    /** How many lines have come to this. */
    public int count(Outcome outcome) {
        return (int) lines.stream().filter(line -> line.outcome() == outcome).count();
    }
}
