package app.latchkey.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of the machine that does the work: it goes as time does, and may be set wrong. The database has one of its own, which is right. */
final class NodeClock extends Clock {

    private final Clock truth;
    private Duration ahead = Duration.ZERO;

    NodeClock(Clock truth) {
        this.truth = truth;
    }

    /** No time passes. */
    void isAhead(Duration ofTheTruth) {
        ahead = ofTheTruth;
    }

    Duration ahead() {
        return ahead;
    }

    @Override
    public Instant instant() {
        return truth.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("It shows instants");
    }
}
