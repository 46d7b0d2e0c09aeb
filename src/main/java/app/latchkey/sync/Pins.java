package app.latchkey.sync;

import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import java.util.Optional;

/** PINs, made by Salto when a person asks for one. Opens scopes by itself; waits for Salto. */
public interface Pins {

    /** Whether every change of the space is held at the moment, so that nobody gets a PIN. Asks nothing of Salto. */
    boolean isHeld(SpaceId space);

    /**
     * Has Salto make a new PIN, which ends the old one. Asked once and never again by itself: every asking makes another PIN.
     *
     * @param who asks, for the audit
     */
    PinAnswer make(SpaceId space, CustomerId customer, String who);

    /**
     * Lets somebody have a PIN, whom Salto lets have none so far; whoever it is makes it. Nothing is asked of Salto where that is so already.
     *
     * @return why not, if so
     */
    Optional<PinAnswer.Why> allow(SpaceId space, CustomerId customer, String who);

    /**
     * Ends the PIN that somebody has, by a new one that nobody sees; its owner makes another.
     *
     * @return why not, if so
     */
    Optional<PinAnswer.Why> end(SpaceId space, CustomerId customer, String who);
}
