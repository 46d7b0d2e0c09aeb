package app.latchkey.simulation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One thing that goes wrong while the engine works.
 *
 * @param at where it may strike
 * @param passes how many of these pass unharmed before
 * @param which what exactly, where there is a choice
 * @param meanwhile what somebody does at that moment, for {@link Kind#MEANWHILE}
 */
public record Misfortune(
        Point at,
        int passes,
        Kind kind,
        int which,
        @Nullable Act meanwhile) {

    /** What the engine does that something can happen to. */
    public enum Point {
        NEXUDUS_READ,
        SALTO_READ,
        SALTO_WRITE,
        COMMIT
    }

    /** What happens to it. */
    public enum Kind {
        /** No answer, and nothing was done. */
        SILENT,
        /** It was done, and the answer was lost. */
        LOST,
        THROTTLED,
        /** A source that says it is not whole, with rows missing. */
        INCOMPLETE,
        /** A row is missing although the source says it is whole: never twice in a row for the same purchase. */
        LACKING,
        /** The process ends before it. */
        DIES_BEFORE,
        /** The process ends after it. */
        DIES_AFTER,
        /** Another node takes the space over. */
        TAKEN_OVER,
        /** Somebody changes something at a partner. */
        MEANWHILE,
        /** The machine sleeps, for minutes or for days, and its clock is right when it wakes: the lease is over. */
        SLEEPS
    }

    /** From a minute to a week. */
    Duration howLong() {
        long number = Math.floorMod(which, 100);
        return Duration.ofMinutes(1 + number * number);
    }

    Misfortune passing(int fewer) {
        return new Misfortune(at, fewer, kind, which, meanwhile);
    }

    @Override
    public String toString() {
        return kind + " at " + at + " " + passes + (meanwhile == null ? "" : " " + meanwhile) + " #" + which;
    }
}
