package app.latchkey.operator.ui;

import app.latchkey.look.State;
import app.latchkey.look.StateChip;
import app.latchkey.space.SetupStep;

/** "In set-up 2/4": how far the set-up has come. */
final class SetUpChip {

    private SetUpChip() {}

    static StateChip of(SetupStep step) {
        int number = Math.min(step.ordinal() + 1, SetupStep.DONE.ordinal());
        return StateChip.saying(State.IN_SET_UP, "In set-up %d/%d".formatted(number, SetupStep.DONE.ordinal()));
    }
}
