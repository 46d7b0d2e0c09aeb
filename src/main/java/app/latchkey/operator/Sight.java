package app.latchkey.operator;

import app.latchkey.sync.SpaceHealth;
import app.latchkey.sync.SpaceState;
import app.latchkey.sync.TroubleCause;
import java.time.Instant;

/** How a space, or one cause over all spaces, looks to whoever decides whether people are told. */
sealed interface Sight {

    /** @param stopped whether nothing goes on until somebody of the space acts */
    record Wrong(TroubleCause cause, boolean stopped, Instant since) implements Sight {}

    record Right() implements Sight {}

    /** Nobody can say: what happened lately is not known yet. */
    record Unclear() implements Sight {}

    /** Somebody else's business: its operator holds it, it only watches, or a dead sign-in stops it, which has a mail of its own. */
    record Quiet() implements Sight {}

    static Sight of(SpaceHealth health, Instant now) {
        return switch (health.state()) {
            case RIGHT -> new Right();
            case COMPARING -> new Unclear();
            case WATCHING, PAUSED, FROZEN, IN_SET_UP, LEAVING -> new Quiet();
            case BEHIND, STOPPED ->
                health.cause()
                        .filter(cause -> !cause.isSignIn())
                        .<Sight>map(cause -> wrong(health, cause, now))
                        .orElse(new Quiet());
        };
    }

    private static Sight wrong(SpaceHealth health, TroubleCause cause, Instant now) {
        return new Wrong(
                cause,
                health.state() == SpaceState.STOPPED,
                health.troubleSince().orElse(now));
    }
}
