package app.latchkey.identity;

import java.time.Instant;
import java.util.UUID;

/** What became of asking for a sign-in mail. */
public sealed interface Asked {

    /** Under way; the code counts together with this id. */
    record Sent(UUID request) implements Asked {}

    /** The address was asked for too often. */
    record TooMany(Instant until) implements Asked {}

    /** The mail server did not take it. */
    record NotSent() implements Asked {}
}
