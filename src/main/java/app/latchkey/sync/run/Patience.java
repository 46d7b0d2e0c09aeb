package app.latchkey.sync.run;

import app.latchkey.connection.PartnerFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/** How long to wait before trying again. */
final class Patience {

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration NOT_READY = Duration.ofSeconds(4);
    private static final Duration HOPELESS = Duration.ofMinutes(10);
    private static final int DOUBLINGS = 6;
    /** Up to half a minute: whoever waits for a partner that is back does not wait longer. */
    private static final int DOUBLINGS_OF_A_REST = 4;

    private Patience() {}

    static Instant after(PartnerFailure failure, int attempts, Instant now) {
        if (failure.retryAfter().isPresent()) {
            return atTheEarliest(now.plus(failure.retryAfter().get()), failure, attempts, now);
        }
        if (failure.is(PartnerFailure.Category.NOT_READY)) {
            return now.plus(NOT_READY);
        }
        return failure.againHelps() ? after(attempts, now) : now.plus(HOPELESS);
    }

    /** What a partner asks for is obeyed. A partner that we give a rest says nothing: not each rest that is over is worth a run. */
    private static Instant atTheEarliest(Instant asked, PartnerFailure failure, int attempts, Instant now) {
        if (!failure.is(PartnerFailure.Category.SILENT)) {
            return asked;
        }
        Instant ours = after(Math.min(attempts, DOUBLINGS_OF_A_REST), now);
        return ours.isAfter(asked) ? ours : asked;
    }

    /**
     * Doubles with every attempt, with jitter, so that spaces do not come back all at once. The jitter comes from the instant of the failure
     * alone, so that the same story told again waits as long again.
     */
    static Instant after(int attempts, Instant now) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(attempts, DOUBLINGS));
        Duration most = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        SplittableRandom jitter = new SplittableRandom(now.getEpochSecond() ^ ((long) now.getNano() << Integer.SIZE));
        return now.plusMillis(jitter.nextLong(most.toMillis() / 2, most.toMillis() + 1));
    }
}
