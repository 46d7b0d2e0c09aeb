package app.latchkey.nexudus;

import java.time.Instant;

/**
 * The last push that could not be understood: somebody's groups may be other than we know.
 *
 * @param why half a sentence, for the operator
 */
public record Unreadable(Instant at, String why) {

    /** For the operator. */
    public String words() {
        return "A push from Nexudus could not be understood: %s. Whoever it was about stays as they are."
                .formatted(why);
    }
}
