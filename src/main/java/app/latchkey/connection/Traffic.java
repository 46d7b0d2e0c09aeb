package app.latchkey.connection;

import app.latchkey.shared.SpaceId;
import java.time.Duration;

/** How freely the partners may be asked for a space at the moment; for staff. */
@FunctionalInterface
public interface Traffic {

    /**
     * @param atOnce how many requests may leave now, one after the other
     * @param until how long until the next may leave; zero where one may now
     * @param resting this node leaves the partner alone for some seconds, because it did not answer
     */
    record State(int atOnce, Duration until, boolean resting) {}

    State of(SpaceId space, Partner partner);
}
