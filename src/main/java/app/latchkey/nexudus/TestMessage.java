package app.latchkey.nexudus;

import java.time.Duration;

/** What became of the call that we made to our own webhook address. */
public sealed interface TestMessage {

    /** It came in here. */
    record Arrived(Duration after) implements TestMessage {}

    /** Nobody answered within our patience. */
    record Unanswered(Duration patience) implements TestMessage {}

    /** The call failed at once: nobody is there, or the connection breaks. */
    record Unreachable() implements TestMessage {}

    /** Something answered, and the call did not come in here. */
    record Astray() implements TestMessage {}
}
