package app.latchkey.sync;

import app.latchkey.connection.Partner;
import java.time.Instant;

/** What stands in the way of a whole space, worst first. */
public sealed interface SpaceTrouble {

    /**
     * Nothing goes on until somebody of the space does something about a connection.
     *
     * @param signIn whether signing in again is what helps
     * @param arriving people whose access begins today, after now
     */
    record Stopped(Partner partner, Instant since, String words, boolean signIn, int arriving)
            implements SpaceTrouble {}

    /**
     * A partner does not answer, or not as it should; goes on by itself.
     *
     * @param silent whether it does not answer at all
     */
    record Incident(Partner partner, Instant since, boolean silent, String words) implements SpaceTrouble {}

    record Paused(Instant since) implements SpaceTrouble {}

    /**
     * Nothing is written until then.
     *
     * @param stillIn people in a group although their time is over
     */
    record Frozen(Instant until, int stillIn) implements SpaceTrouble {}

    /**
     * Nothing is written until Salto was compared with our record.
     *
     * @param since when the last run that is known ended
     * @param asked whether the two differ, so that somebody has to say what is right
     */
    record Unknown(Instant since, boolean asked) implements SpaceTrouble {}

    /**
     * Nexudus decides here, and has spoken of nobody for long; nobody loses access by it.
     *
     * @param since when it spoke last
     */
    record NexudusQuiet(Instant since) implements SpaceTrouble {}

    /**
     * Few are left, or fewer than are needed.
     *
     * @param needed people who need a seat by the end of tomorrow
     */
    record SeatsShort(int left, int bought, int needed) implements SpaceTrouble {}
}
