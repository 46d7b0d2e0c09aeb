package app.latchkey.operator.ui;

import app.latchkey.entitlement.DoorState;
import app.latchkey.look.State;
import app.latchkey.look.StateChip;
import app.latchkey.look.StripOfRuns;
import app.latchkey.operator.Sentences;
import app.latchkey.sync.PersonState;
import app.latchkey.sync.RunChangeRow;
import app.latchkey.sync.RunOutcome;
import app.latchkey.sync.RunRow;
import app.latchkey.sync.SpaceState;

/** Which chip shows which state of the engine. */
final class Shown {

    private Shown() {}

    static StateChip of(SpaceState state) {
        return StateChip.forOperator(
                switch (state) {
                    case RIGHT -> State.RIGHT;
                    case BEHIND -> State.BEHIND;
                    case STOPPED, COMPARING -> State.STOPPED;
                    case WATCHING -> State.WATCHING;
                    case PAUSED -> State.PAUSED;
                    case FROZEN -> State.FROZEN;
                    case IN_SET_UP -> State.IN_SET_UP;
                    case LEAVING -> State.LEAVING;
                });
    }

    static StateChip of(PersonState state) {
        return switch (state) {
            case WITHHELD -> StateChip.forOperator(State.WITHHELD);
            case ON_ITS_WAY -> StateChip.forOperator(State.ON_ITS_WAY);
            case CAN_OPEN -> StateChip.forOperator(State.OPEN);
            case LATER -> StateChip.forOperator(State.NEXT);
            case BY_HAND -> StateChip.forOperator(State.BY_HAND);
            case NOTHING -> StateChip.saying(State.ENDED, "Nothing now");
        };
    }

    static State of(DoorState state) {
        return switch (state) {
            case OPEN -> State.OPEN;
            case NEXT -> State.NEXT;
            case ON_ITS_WAY -> State.ON_ITS_WAY;
            case WITHHELD -> State.WITHHELD;
            case CLOSED -> State.ENDED;
            case BY_HAND -> State.BY_HAND;
        };
    }

    static StateChip of(RunOutcome outcome) {
        return switch (outcome) {
            case RUNNING -> StateChip.saying(State.ON_ITS_WAY, "Running");
            case DONE -> StateChip.saying(State.RIGHT, "Done");
            case PARTLY -> StateChip.saying(State.BEHIND, "Partly done");
            case FAILED -> StateChip.saying(State.STOPPED, "Could not read");
            case STOPPED -> StateChip.saying(State.ENDED, "Taken over");
            case FROM_NEWER_VERSION -> StateChip.saying(State.NOT_KNOWN, "Not known here");
        };
    }

    static State of(RunChangeRow change) {
        boolean failed = change.state() == RunChangeRow.State.FAILED;
        if (change.isFromNewerVersion()) {
            return State.NOT_KNOWN;
        }
        return switch (change.what()) {
            case INVITE, GRANT, GIVE_TAG, ALLOW_PIN, NEW_PIN ->
                failed ? State.STOPPED : written(change) ? State.OPEN : State.ON_ITS_WAY;
            case REVOKE, SUSPEND, TAKE_TAG ->
                failed ? State.STOPPED : written(change) ? State.ENDED : State.BEING_TAKEN_OUT;
            case WITHHELD, HELD -> State.WITHHELD;
            case FROM_NEWER_VERSION -> State.NOT_KNOWN;
        };
    }

    static StripOfRuns.Run drawn(RunRow row) {
        return new StripOfRuns.Run(
                row.startedAt(),
                row.added() + row.removed(),
                row.withheld() + row.failed() + row.held() > 0,
                Sentences.run(row));
    }

    private static boolean written(RunChangeRow change) {
        return change.state() == RunChangeRow.State.DONE;
    }
}
