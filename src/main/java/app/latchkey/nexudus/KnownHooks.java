package app.latchkey.nexudus;

import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * What a call to a webhook is compared with, remembered for a minute, so that a storm of calls asks the database for nothing. An address and its secret
 * never change, they only end: on another node, a call within that minute is taken for a hint still, which reads and writes nothing by itself.
 * There are no more of them than spaces, because only those that exist are remembered.
 */
@Component
class KnownHooks {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final Duration HEARD_EVERY = Duration.ofSeconds(10);

    private record Kept<T>(T value, Instant since) {}

    private final Hooks hooks;
    private final Clock clock;
    private final Map<String, Kept<SpaceId>> spaces = new ConcurrentHashMap<>();
    private final Map<SpaceId, Kept<Secret>> secrets = new ConcurrentHashMap<>();
    private final Map<SpaceId, Instant> heard = new ConcurrentHashMap<>();

    KnownHooks(Hooks hooks, Clock clock) {
        this.hooks = hooks;
        this.clock = clock;
    }

    /** By the last part of a hook's address. */
    Optional<SpaceId> spaceOf(String id) {
        return remembered(spaces, id, () -> hooks.spaceOf(id));
    }

    Optional<Secret> secretOf(SpaceId space) {
        return remembered(secrets, space, () -> hooks.find(space).map(Hooks.Hook::secret));
    }

    private <K, T> Optional<T> remembered(Map<K, Kept<T>> kept, K key, Supplier<Optional<T>> asked) {
        Instant now = clock.instant();
        Optional<Kept<T>> known =
                Optional.ofNullable(kept.get(key)).filter(each -> isWithin(REMEMBERED, each.since(), now));
        if (known.isPresent()) {
            return known.map(Kept::value);
        }
        Optional<T> found = asked.get();
        found.ifPresentOrElse(value -> kept.put(key, new Kept<>(value, now)), () -> kept.remove(key));
        return found;
    }

    /**
     * Nexudus was understood; written every ten seconds at most. Our own test call is always written, because whoever makes it looks for that.
     *
     * @param ours whether it was our own test call
     */
    void heard(SpaceId space, boolean ours) {
        Instant now = clock.instant();
        boolean lately = Optional.ofNullable(heard.get(space))
                .filter(last -> isWithin(HEARD_EVERY, last, now))
                .isPresent();
        if (!ours && lately) {
            return;
        }
        if (!ours) {
            heard.put(space, now);
        }
        hooks.heard(space, ours, now);
    }

    /** The next call that is understood counts at once. */
    void misunderstood(SpaceId space) {
        heard.remove(space);
    }

    void delete(SpaceId space) {
        hooks.delete(space);
        spaces.values().removeIf(kept -> kept.value().equals(space));
        secrets.remove(space);
        heard.remove(space);
    }

    private static boolean isWithin(Duration span, Instant since, Instant now) {
        return !now.isBefore(since) && now.isBefore(since.plus(span));
    }
}
