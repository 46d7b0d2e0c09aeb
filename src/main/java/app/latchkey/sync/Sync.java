package app.latchkey.sync;

import app.latchkey.shared.SpaceId;
import app.latchkey.space.Mode;

/** What pages and hooks ask of the engine. Opens scopes by itself; nothing here waits for a partner. */
public interface Sync {

    /** Looks again soon: one upsert and a kick, however often it is called. */
    void wake(SpaceId space, Subject subject, String cause);

    /** Begins reading for a review, unless one is being read. */
    ReviewState startReview(SpaceId space);

    /** The review as far as it has come. */
    Review review(SpaceId space);

    /**
     * Begins looking after the doors.
     *
     * @param adopt whether those who are in a group by hand and entitled to it become ours
     * @param fingerprint of the review that was confirmed
     */
    ActivationResult activate(SpaceId space, Mode mode, boolean adopt, String fingerprint);

    /** Writes nothing more, until resumed. */
    void pause(SpaceId space);

    void resume(SpaceId space);
}
