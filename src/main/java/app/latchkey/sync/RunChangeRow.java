package app.latchkey.sync;

import app.latchkey.entitlement.Because;
import app.latchkey.entitlement.Reason;
import app.latchkey.shared.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One thing a run did, or deliberately did not do.
 *
 * @param state INTENDED, DONE or FAILED of what was to be written; NOT_WRITTEN of what was withheld or held
 * @param tookMillis how long the partner took
 */
public record RunChangeRow(
        long run,
        What what,
        State state,
        Optional<CustomerId> customer,
        String name,
        String group,
        List<Because> because,
        Optional<Reason> reason,
        Optional<String> trouble,
        Instant at,
        long tookMillis) {

    public RunChangeRow {
        because = List.copyOf(because);
    }

    /** What it was about. */
    public enum What {
        INVITE,
        GRANT,
        REVOKE,
        /** Gives a seat back that nobody needs now. */
        SUSPEND,
        GIVE_TAG,
        TAKE_TAG,
        /** Salto lets this user have a PIN at all. */
        ALLOW_PIN,
        NEW_PIN,
        WITHHELD,
        HELD,
        /** Recorded by a newer version than this one, which does not understand it. Never written. */
        FROM_NEWER_VERSION
    }

    /** How far it has come. */
    public enum State {
        INTENDED,
        DONE,
        FAILED,
        NOT_WRITTEN,
        /** Recorded by a newer version than this one, which does not understand it. Never written. */
        FROM_NEWER_VERSION
    }

    /** Whether this version knows that there was something, and not what. */
    public boolean isFromNewerVersion() {
        return what == What.FROM_NEWER_VERSION || state == State.FROM_NEWER_VERSION;
    }
}
