package app.latchkey.sync.work;

import app.latchkey.shared.SpaceId;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The right to serve a space, for as long as the database says so.
 *
 * <p>Here its end is kept by this machine's monotonic clock, counted from before the database was asked: never later than the truth.
 */
public final class Lease {

    /** No call to a partner may begin so close to the end: of thirty seconds in the last eight. */
    private static final double MARGIN = 8.0 / 30;

    private final SpaceId space;
    private final String holder;
    private final long epoch;
    private final long usableNanos;
    private final AtomicLong usableUntilNanos;
    private volatile boolean afterSilence;

    /** @param askedAtNanos when the database was asked for it */
    Lease(SpaceId space, String holder, long epoch, long askedAtNanos, Duration length, boolean afterSilence) {
        this.space = space;
        this.holder = holder;
        this.epoch = epoch;
        this.usableNanos = (long) (length.toNanos() * (1 - MARGIN));
        this.usableUntilNanos = new AtomicLong(askedAtNanos + usableNanos);
        this.afterSilence = afterSilence;
    }

    public SpaceId space() {
        return space;
    }

    public String holder() {
        return holder;
    }

    /** Grows with every new holder. */
    public long epoch() {
        return epoch;
    }

    /** Whether nobody had held the space for long, and no conclusions were drawn from that yet. */
    public boolean afterSilence() {
        return afterSilence;
    }

    public void noticed() {
        afterSilence = false;
    }

    void extendedAt(long askedAtNanos) {
        usableUntilNanos.set(askedAtNanos + usableNanos);
    }

    void lose() {
        usableUntilNanos.set(System.nanoTime() - 1);
    }

    /**
     * To be asked before every call to a partner that writes.
     *
     * @throws LeaseLost when it is over, or nearly
     */
    public void requireTime() {
        if (System.nanoTime() - usableUntilNanos.get() > 0) {
            throw new LeaseLost(space);
        }
    }
}
