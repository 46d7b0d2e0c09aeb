package app.latchkey.sync.work;

import app.latchkey.shared.CustomerId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Serves one row of due work. */
public interface Work {

    /** What came of it. A failure that a run expects is a value, not an exception. */
    Served serve(Due due, Lease lease, Between between);

    /** What long work does between any two of its requests: nobody at a door waits for the end of a full run. */
    @FunctionalInterface
    interface Between {

        /** Serves what is due for single customers now, and says for whom. */
        Set<CustomerId> serveDue();

        static Between nothing() {
            return Set::of;
        }
    }

    /** Whether the row is done, or when it is to be tried again. */
    sealed interface Served {

        /**
         * @param next when the same subject is due anyway
         * @param cause why it is then
         */
        record Done(Optional<Instant> next, String cause) implements Served {

            /** Where the next time is only the next regular one, or there is none. */
            public Done(Optional<Instant> next) {
                this(next, Causes.PERIOD);
            }
        }

        /** @param notBefore what a partner asked for, or our own patience */
        record Again(Instant notBefore) implements Served {}

        /** Tried often enough: again only when something is heard of it, or a person asks. */
        record Resting() implements Served {}
    }
}
