package app.latchkey.sync;

import app.latchkey.connection.PartnerFailure;
import app.latchkey.connection.PartnerHttp;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.sync.run.Reviews;
import app.latchkey.sync.work.DueWork;
import app.latchkey.sync.work.GatheredHints;
import app.latchkey.sync.work.Kicks;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** What pages and hooks ask of the engine. Opens scopes by itself; nothing here waits for a partner. */
@Service
public class Sync {

    /** The cause of work that a member at a door has asked for. */
    public static final String AT_THE_DOOR = "asked by the member at the door";

    /** The cause of work that somebody who runs the space has asked for. */
    public static final String BY_OPERATOR = "asked by an operator";

    private final Scopes scopes;
    private final DueWork due;
    private final GatheredHints hints;
    private final Kicks kicks;
    private final Reviews reviews;
    private final PartnerHttp partners;
    private final Clock clock;

    Sync(
            Scopes scopes,
            DueWork due,
            GatheredHints hints,
            Kicks kicks,
            Reviews reviews,
            PartnerHttp partners,
            Clock clock) {
        this.scopes = scopes;
        this.due = due;
        this.hints = hints;
        this.kicks = kicks;
        this.reviews = reviews;
        this.partners = partners;
        this.clock = clock;
    }

    /** Looks again soon, because a machine says so: one upsert and a kick, however often it is called. */
    public void wake(SpaceId space, Subject subject, String cause) {
        Instant now = clock.instant();
        scopes.inSpace(space, () -> due.add(subject, now, cause, now));
        kicks.now();
    }

    /**
     * As {@link #wake} for a hint that says nothing of its own, among very many at the same time, which share their upsert. Never within a scope: it is
     * kept, in a transaction of its own, when this returns.
     */
    public void hint(SpaceId space, Subject subject, String cause) {
        hints.keep(space, subject, cause);
        kicks.now();
    }

    /** As {@link #wake}, because a person asked: waits for no backoff, nor for a partner that was given a rest. */
    public void again(SpaceId space, Subject subject, String cause) {
        Instant now = clock.instant();
        partners.probe(space);
        scopes.inSpace(space, () -> due.insist(subject, now, cause, now));
        kicks.now();
    }

    /** As {@link #again}, because the customer stands at a door: Salto is asked too, not only what we remember of it. */
    public void atTheDoor(SpaceId space, CustomerId customer) {
        again(space, Subject.customer(customer), AT_THE_DOOR);
    }

    /** Begins reading for a review. */
    public ReviewState startReview(SpaceId space) {
        ReviewState state = reviews.start(space);
        kicks.now();
        return state;
    }

    /** The review as far as it has come. */
    public Review review(SpaceId space) {
        return reviews.find(space);
    }

    /**
     * Begins looking after the doors, if the facts are still those of the review that was answered: both partners are asked first, so this
     * waits for them.
     *
     * @throws PartnerFailure when one of them does not answer; nothing was started
     */
    public ActivationResult activate(SpaceId space, ReviewAnswer answer) {
        ActivationResult result = reviews.activate(space, answer);
        kicks.now();
        return result;
    }
}
