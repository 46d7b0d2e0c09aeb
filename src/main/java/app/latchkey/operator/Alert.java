package app.latchkey.operator;

import app.latchkey.sync.TroubleCause;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A trouble from its first sight to the mail that it is over.
 *
 * @param seen when it was first seen without a break; to the second, because notices are named after it
 * @param since when it began, as people were or will be told
 * @param cause what it was when last seen
 * @param causeSeen since when it has been that
 * @param told the causes that people were told of; empty as long as they know of nothing
 * @param over when it was first seen to be over; empty while it lasts
 */
record Alert(
        Instant seen,
        Instant since,
        TroubleCause cause,
        Instant causeSeen,
        Set<TroubleCause> told,
        Optional<Instant> over) {

    Alert {
        told = Set.copyOf(told);
    }

    static Alert first(Sight.Wrong wrong, Instant now) {
        Instant seen = now.truncatedTo(ChronoUnit.SECONDS);
        return new Alert(seen, wrong.since(), wrong.cause(), seen, Set.of(), Optional.empty());
    }

    /** Seen once more: one that seemed over was not. */
    Alert again(Sight.Wrong wrong, Instant now) {
        return new Alert(
                seen,
                told.isEmpty() ? wrong.since() : since,
                wrong.cause(),
                cause.equals(wrong.cause()) ? causeSeen : now.truncatedTo(ChronoUnit.SECONDS),
                told,
                Optional.empty());
    }

    Alert telling() {
        return new Alert(
                seen,
                since,
                cause,
                causeSeen,
                Stream.concat(told.stream(), Stream.of(cause)).collect(Collectors.toUnmodifiableSet()),
                over);
    }

    Alert overSince(Instant now) {
        return new Alert(
                seen, since, cause, causeSeen, told, over.or(() -> Optional.of(now.truncatedTo(ChronoUnit.SECONDS))));
    }

    boolean knows(TroubleCause one) {
        return told.contains(one);
    }
}
