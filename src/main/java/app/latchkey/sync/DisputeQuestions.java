package app.latchkey.sync;

import app.latchkey.shared.SpaceId;
import java.util.List;

/** What to do about people whom somebody else keeps taking out. Opens the space's scope by itself. */
public interface DisputeQuestions {

    /** Those that wait for an answer first. */
    List<Dispute> all(SpaceId space);

    /** We try again, as if for the first time. */
    void letIn(SpaceId space, Dispute dispute, String who);

    /** They stay out, whatever they have bought, until {@link #letIn}. */
    void leaveOut(SpaceId space, Dispute dispute, String who);
}
