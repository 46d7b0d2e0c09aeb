package app.latchkey.operator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When people are told of a trouble, and that it is over: once each. What stops a space is told of as soon as it is no mere moment, all else once it
 * has lasted; what returns before its end was told is the same trouble.
 *
 * @param after how long without a break a space is behind before anybody is told
 */
record AlertRule(Duration after) {

    /** What a page calls no trouble yet. */
    private static final Duration GRACE = Duration.ofMinutes(2);

    /** So long it has to be over before it counts as that. */
    private static final Duration SETTLED = Duration.ofMinutes(5);

    /** What follows from a look. */
    sealed interface Step {

        /** Nobody is told anything now. */
        record Keep(Alert alert) implements Step {}

        /** Whoever has not been told of its cause, is. */
        record Tell(Alert alert) implements Step {}

        /** Whoever was told that it began, is told that it is over. */
        record End(Alert alert) implements Step {}

        record Forget() implements Step {}
    }

    Step next(Optional<Alert> kept, Sight sight, Instant now) {
        return switch (sight) {
            case Sight.Wrong wrong ->
                wrong(kept.map(alert -> alert.again(wrong, now)).orElseGet(() -> Alert.first(wrong, now)), wrong, now);
            case Sight.Right _ ->
                kept.filter(alert -> !alert.told().isEmpty())
                        .map(alert -> right(alert.overSince(now), now))
                        .orElseGet(Step.Forget::new);
            case Sight.Unclear _ -> kept.<Step>map(Step.Keep::new).orElseGet(Step.Forget::new);
            case Sight.Quiet _ -> new Step.Forget();
        };
    }

    /** Whether this cause has been there long enough for staff to hear of it; at another it may have lasted a moment. */
    boolean lasts(Alert alert, Sight.Wrong wrong, Instant now) {
        Duration wait = wrong.stopped() ? GRACE : after;
        return !alert.told().isEmpty() && (alert.knows(wrong.cause()) || hasPassed(wait, alert.causeSeen(), now));
    }

    private Step wrong(Alert alert, Sight.Wrong wrong, Instant now) {
        boolean stays = alert.told().isEmpty() && hasPassed(after, alert.seen(), now);
        boolean stops = wrong.stopped() && hasPassed(GRACE, alert.causeSeen(), now);
        if (alert.knows(wrong.cause())) {
            return new Step.Tell(alert);
        }
        return stays || stops ? new Step.Tell(alert.telling()) : new Step.Keep(alert);
    }

    private static Step right(Alert alert, Instant now) {
        return hasPassed(SETTLED, alert.over().orElse(now), now) ? new Step.End(alert) : new Step.Keep(alert);
    }

    private static boolean hasPassed(Duration wait, Instant from, Instant now) {
        return !now.isBefore(from.plus(wait));
    }
}
