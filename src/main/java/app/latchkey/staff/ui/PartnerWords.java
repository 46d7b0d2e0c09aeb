package app.latchkey.staff.ui;

import app.latchkey.connection.State;
import app.latchkey.look.StateChip;
import app.latchkey.look.Steps.Standing;
import app.latchkey.look.Steps.Step;

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
