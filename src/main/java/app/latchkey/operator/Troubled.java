package app.latchkey.operator;

import app.latchkey.sync.SpaceHealth;
import app.latchkey.sync.TroubleCause;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A space with what is kept of its trouble, as whoever counts causes over all spaces looks at it. */
record Troubled(SpaceHealth health, Sight sight, Alert alert) {

    /**
     * How a cause looks over all spaces. It is over where a space that it was told of has it no more; where all of them were only paused or frozen,
     * nobody knows.
     *
     * @param kept what is kept of the cause
     */
    static Sight sight(
            TroubleCause cause, Collection<Troubled> all, Optional<Alert> kept, AlertRule rule, Instant now) {
        Predicate<Troubled> lasting = one -> one.isNow(cause) && one.lasts(rule, now);
        if (all.stream().anyMatch(lasting)) {
            return new Sight.Wrong(cause, false, since(having(cause, all), now));
        }
        List<Troubled> told = all.stream().filter(one -> one.was(cause)).toList();
        if (kept.flatMap(Alert::over).isPresent() || told.stream().anyMatch(one -> one.isRid(cause))) {
            return new Sight.Right();
        }
        return told.isEmpty() ? new Sight.Quiet() : new Sight.Unclear();
    }

    /** Those that have it now, told of or not. */
    static List<Troubled> having(TroubleCause cause, Collection<Troubled> all) {
        return all.stream().filter(one -> one.isNow(cause)).toList();
    }

    private static Instant since(List<Troubled> having, Instant now) {
        return having.stream()
                .map(one -> one.alert.since())
                .min(Instant::compareTo)
                .orElse(now);
    }

    private boolean isNow(TroubleCause cause) {
        return sight instanceof Sight.Wrong wrong && wrong.cause().equals(cause);
    }

    private boolean lasts(AlertRule rule, Instant now) {
        return sight instanceof Sight.Wrong wrong && rule.lasts(alert, wrong, now);
    }

    private boolean was(TroubleCause cause) {
        return alert.knows(cause) || !alert.told().isEmpty() && alert.cause().equals(cause);
    }

    private boolean isRid(TroubleCause cause) {
        return switch (sight) {
            case Sight.Right _ -> true;
            case Sight.Wrong wrong -> !wrong.cause().equals(cause);
            case Sight.Unclear _, Sight.Quiet _ -> false;
        };
    }
}
