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
 */
public record Leaving(
        int number,
        Way way,
        Instant dueAt,
        Instant begunAt,
        Stage stage,
        Optional<Instant> doneAt,
        Optional<String> leftOver,
        List<Line> lines) {

    public Leaving {
        lines = List.copyOf(lines);
    }

    /** What becomes of those whom Latchkey let in. */
    public enum Way {
        /** They stay in their groups; nobody looks after them any more. */
        KEEP,
        /** All goes on until a date, and they are taken out then. */
        END_ON,
        /** They are taken out now. */
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

    /** How many lines have come to this. */
    public int count(Outcome outcome) {
        return (int) lines.stream().filter(line -> line.outcome() == outcome).count();
    }
}
