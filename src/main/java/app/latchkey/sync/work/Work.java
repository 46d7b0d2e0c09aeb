package app.latchkey.sync.work;

import java.time.Instant;
import java.util.Optional;

/** Serves one row of due work. */
public interface Work {

    /** What came of it. A failure that a run expects is a value, not an exception. */
    Served serve(Due due, Lease lease);

    /** Whether the row is done, or when it is to be tried again. */
    sealed interface Served {

        /** @param next when the same subject is due anyway */
        record Done(Optional<Instant> next) implements Served {}

        /** @param notBefore what a partner asked for, or our own patience */
        record Again(Instant notBefore) implements Served {}
    }
}
