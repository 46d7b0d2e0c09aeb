package app.latchkey.sync;

/** What came of an activation. */
public sealed interface ActivationResult {

    record Activated() implements ActivationResult {}

    /** The facts are no longer those of the review that was confirmed; nothing was started. */
    record FactsChanged(Review fresh) implements ActivationResult {}

    /** Somebody has begun meanwhile: mode, pause and answers are theirs, and stay. */
    record AlreadyStarted() implements ActivationResult {}

    /** There is no finished review to confirm. */
    record NotReviewed() implements ActivationResult {}
}
