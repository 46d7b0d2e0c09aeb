package app.latchkey.identity;

import java.time.Instant;

/** What became of a code for the second factor. */
public sealed interface SecondTried {

    /** @param recovery whether it was a recovery code, which is gone now */
    record Right(boolean recovery) implements SecondTried {}

    record Wrong(int left) implements SecondTried {}

    /** Too many wrong ones in a row. */
    record Locked(Instant until) implements SecondTried {}
}
