package app.latchkey.onboarding;

import app.latchkey.audit.Audit;
import app.latchkey.identity.SignedIn;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Mode;
import app.latchkey.space.Passport;
import app.latchkey.space.Scopes;
import app.latchkey.space.Spaces;
import app.latchkey.sync.ActivationResult;
import app.latchkey.sync.ActivationResult.Activated;
import app.latchkey.sync.Review;
import app.latchkey.sync.ReviewState;
import app.latchkey.sync.Sync;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Step 4: what will happen to whom, and the beginning. Nothing here waits for a partner. */
@Service
public class ReviewSpace {

    private final Sync sync;
    private final Scopes scopes;
    private final Spaces spaces;
    private final Audit audit;

    ReviewSpace(Sync sync, Scopes scopes, Spaces spaces, Audit audit) {
        this.sync = sync;
        this.scopes = scopes;
        this.spaces = spaces;
        this.audit = audit;
    }

    /** As far as it has come; begins it when there is none. */
    public Review open(SpaceId space) {
        Review review = sync.review(space);
        return review.state() == ReviewState.NONE ? again(space) : review;
    }

    public Review look(SpaceId space) {
        return sync.review(space);
    }

    /** Reads both systems again. */
    public Review again(SpaceId space) {
        sync.startReview(space);
        return sync.review(space);
    }

    public void passport(SpaceId space, Passport passport) {
        scopes.inSpace(space, () -> spaces.passport(space, passport));
    }

    public ActivationResult activate(SpaceId space, Mode mode, boolean adopt, String fingerprint, SignedIn by) {
        ActivationResult result = sync.activate(space, mode, adopt, fingerprint);
        if (result instanceof Activated) {
            audit.record(space, by.getName(), "Started", Map.of("mode", mode.name(), "adopt", Boolean.toString(adopt)));
        }
        return result;
    }
}
