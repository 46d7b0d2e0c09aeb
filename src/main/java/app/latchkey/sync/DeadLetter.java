package app.latchkey.sync;

import app.latchkey.shared.SpaceId;
import java.time.Instant;

/**
 * Work that has failed again and again; the others go on without it. It is still tried, ever more rarely, unless what fails is a single record
 * that cannot be read: that rests until something is heard of it, or a person asks.
 *
 * @param attempts how often it has failed
 * @param since when it became due
 * @param words what the last run said, without names
 */
public record DeadLetter(SpaceId space, String slug, Subject subject, int attempts, Instant since, String words) {

    /** From so many failures on somebody should look. */
    public static final int ATTEMPTS = 8;
}
