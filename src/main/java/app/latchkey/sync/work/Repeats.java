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
 * Looks into the same customer or team once a second, however often Nexudus tells of them: each look costs requests that the space's other customers
 * then lack. The first hint after a second without a look is looked into at once, and so is whatever anybody or anything else asks for. Of this node
 * only: another that takes the space over may look once more.
 */
final class Repeats {

    static final Duration WINDOW = Duration.ofSeconds(1);

    private static final Set<String> HINTS =
            Arrays.stream(HookAction.values()).map(HookAction::cause).collect(Collectors.toUnmodifiableSet());

    private record Key(SpaceId space, String subject) {
        Key(Due row) {
            this(row.space(), row.subject().key());
        }
    }

    private final Map<Key, Instant> looks = new ConcurrentHashMap<>();

    /** When it may be looked into, where that is not now. */
    Optional<Instant> notBefore(Due row, Instant now) {
        return HINTS.containsAll(row.causes())
                ? Optional.ofNullable(looks.get(new Key(row)))
                        .filter(last -> isWithin(last, now))
                        .map(last -> last.plus(WINDOW))
                : Optional.empty();
    }

    /** It is looked into now; what is older than the window is forgotten. */
    void look(Due row, Instant now) {
        looks.values().removeIf(last -> !isWithin(last, now));
        looks.put(new Key(row), now);
    }

    private static boolean isWithin(Instant last, Instant now) {
        return !now.isBefore(last) && now.isBefore(last.plus(WINDOW));
    }
}
