package app.latchkey.sync;

import app.latchkey.shared.SpaceId;
import java.time.Instant;
import java.util.List;

/**
 * What becomes of people whom others have put in a group. Until somebody says so here, nothing. Opens the space's scope by itself; a partner is
 * written to by the next run only.
 */
public interface ByHand {

    /** By name. */
    List<InByHand> all(SpaceId space);

    /** How many there are. */
    int count(SpaceId space);

    /**
     * From now on the person leaves when what was bought ends.
     *
     * @return false where nothing that counts now explains it, so that they would leave at once
     */
    boolean lookAfter(SpaceId space, InByHand person, String who);

    /** At that time they leave, unless something bought lets them in then: they are looked after from then on. */
    void endAt(SpaceId space, InByHand person, Instant end, String who);

    /** Whatever happens, Latchkey changes nothing about it. */
    void neverTouch(SpaceId space, InByHand person, String who);

    /** Takes back an end or {@link #neverTouch}: they are in by hand, as before. */
    void leaveAsItIs(SpaceId space, InByHand person, String who);
}
