package app.latchkey.sync;

import app.latchkey.shared.SpaceId;
import app.latchkey.sync.ReviewAnswer.InGroup;
import java.util.Optional;
import java.util.Set;

/** What only an operator can say after a time of which nothing is known. Opens the space's scope by itself. */
public interface GapQuestions {

    /** Empty while there is none, or while Salto and the ledger are still to be compared. */
    Optional<GapQuestion> open(SpaceId space);

    /**
     * Writing begins again, if the question still is the one that was seen.
     *
     * @param ours those found in Salto whom we look after from now on; the others stay by hand
     * @param in those missing in Salto who are let in again; the others stay out until a person lets them in
     * @param who whose answer it is, for the record
     */
    Approval answer(SpaceId space, GapQuestion seen, Set<InGroup> ours, Set<InGroup> in, String who);
}
