package app.latchkey.sync.work;

import app.latchkey.shared.SpaceId;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The right to serve a space, for as long as the database says so.
 *
 * <p>Here its end is kept by this machine's monotonic clock, counted from before the database was asked: never later than the truth.
 */
public final class Lease {

    /** No call to a partner may begin so close to the end. */
    private static final long MARGIN_NANOS = 8_000_000_000L;

    private final SpaceId space;
    private final String holder;
    private final long epoch;
    private final AtomicLong endsAtNanos;
    private volatile boolean afterSilence;

    Lease(SpaceId space, String holder, long epoch, long endsAtNanos, boolean afterSilence) {
        this.space = space;
        this.holder = holder;
        this.epoch = epoch;
        this.endsAtNanos = new AtomicLong(endsAtNanos);
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

    void extendTo(long nanos) {
        endsAtNanos.set(nanos);
    }

    void lose() {
        endsAtNanos.set(System.nanoTime() - MARGIN_NANOS);
    }

    /**
     * To be asked before every call to a partner that writes.
     *
     * @throws LeaseLost when it is over, or nearly
     */
    public void requireTime() {
        if (System.nanoTime() - endsAtNanos.get() > -MARGIN_NANOS) {
            throw new LeaseLost(space);
        }
    }
}
