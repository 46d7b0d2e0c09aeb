package app.latchkey.sync.work;

import app.latchkey.nexudus.HookAction;
import app.latchkey.shared.SpaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Looks into the same customer or team once a second, however often Nexudus tells of them, and less often while that goes on and on: each look costs
 * requests that the space's other customers then lack. The first hint after a while without is looked into at once, and so is whatever anybody or
 * anything else asks for. Of this node only: another that takes the space over may look once more.
 */
final class Repeats {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(4);

    private static final Set<String> HINTS =
            Arrays.stream(HookAction.values()).map(HookAction::cause).collect(Collectors.toUnmodifiableSet());

    private record Key(SpaceId space, String subject) {
        Key(Due row) {
            this(row.space(), row.subject().key());
        }
    }

    /** @param window in which no other follows */
    private record Look(Instant at, Duration window) {

        Instant over() {
            return at.plus(window);
        }

        /** What follows no later than this goes on, and makes the next window longer. */
        boolean isRecent(Instant now) {
            return !now.isBefore(at) && now.isBefore(over().plus(window));
        }

        Duration next() {
            Duration doubled = window.multipliedBy(2);
            return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        }
    }

    private final Map<Key, Look> looks = new ConcurrentHashMap<>();

    /** When it may be looked into, where that is not now. */
    Optional<Instant> notBefore(Due row, Instant now) {
        return HINTS.containsAll(row.causes())
                ? last(row, now).map(Look::over).filter(now::isBefore)
                : Optional.empty();
    }

    /** It is looked into now; what was long ago is forgotten. */
    void look(Due row, Instant now) {
        Duration window = last(row, now).map(Look::next).orElse(SHORTEST);
        looks.values().removeIf(look -> !look.isRecent(now));
        looks.put(new Key(row), new Look(now, window));
    }

    private Optional<Look> last(Due row, Instant now) {
        return Optional.ofNullable(looks.get(new Key(row))).filter(look -> look.isRecent(now));
    }
}
