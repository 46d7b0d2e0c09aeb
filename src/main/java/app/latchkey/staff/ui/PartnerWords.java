package app.latchkey.staff.ui;

import app.latchkey.connection.Partner;
import app.latchkey.connection.State;
import app.latchkey.connection.Traffic;
import app.latchkey.look.StateChip;
import app.latchkey.look.Steps.Standing;
import app.latchkey.look.Steps.Step;
import app.latchkey.staff.Board;
import java.time.Duration;

/** How a space's connection to a partner stands, as staff reads it. */
final class PartnerWords {

    private PartnerWords() {}

    static StateChip chip(State state) {
        return switch (state) {
            case CONNECTED -> StateChip.saying(app.latchkey.look.State.RIGHT, "Answers");
            case PARTNER_SILENT -> StateChip.saying(app.latchkey.look.State.BEHIND, "Not answering");
            case NEEDS_SIGN_IN -> StateChip.saying(app.latchkey.look.State.STOPPED, "Needs signing in");
            case ABSENT -> StateChip.saying(app.latchkey.look.State.NOT_KNOWN, "Not connected");
        };
    }

    static Step traffic(Partner partner, Traffic.State state) {
        String name = "Requests to " + partner.title();
        if (state.resting()) {
            return new Step(
                    Standing.BROKEN, name, "none for some seconds, because it did not answer; then one at a time");
        }
        if (!state.until().isZero()) {
            return new Step(
                    Standing.WAITING,
                    name,
                    "used up for now; the next may leave in %s".formatted(seconds(state.until())));
        }
        return new Step(
                Standing.RIGHT, name, "%s may leave now".formatted(Board.count(state.atOnce(), "request", "requests")));
    }

    private static String seconds(Duration wait) {
        return Board.count((int) Math.ceilDiv(wait.toMillis(), 1000), "second", "seconds");
    }

    static Step step(String partner, State state) {
        return switch (state) {
            case CONNECTED -> new Step(Standing.RIGHT, partner, "answered when it was last asked");
            case PARTNER_SILENT ->
                new Step(Standing.BROKEN, partner, "does not answer; what needs it waits and goes on by itself");
            case NEEDS_SIGN_IN ->
                new Step(Standing.BROKEN, partner, "takes our sign-in no more: its operator has to sign in again");
            case ABSENT -> new Step(Standing.NOT_KNOWN, partner, "not connected");
        };
    }
}
