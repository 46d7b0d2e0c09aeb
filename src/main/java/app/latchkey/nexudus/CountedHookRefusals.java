package app.latchkey.nexudus;

import app.latchkey.shared.SpaceId;
import app.latchkey.space.Assumption;
import app.latchkey.space.LatchkeySettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Counts the calls to webhooks that are refused, so that somebody can see that Nexudus calls in vain. Whoever makes a million of them makes us
 * write no more than once a minute.
 */
@Component
class CountedHookRefusals implements HookRefusals {

    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Hooks hooks;
    private final LatchkeySettings settings;
    private final Clock clock;
    private final Map<SpaceId, Tally> tallies = new ConcurrentHashMap<>();

    /** What was counted since it was written last. */
    private record Tally(long unsigned, long wrong, Instant writtenAt) {

        Tally with(boolean signed) {
            return new Tally(unsigned + (signed ? 0 : 1), wrong + (signed ? 1 : 0), writtenAt);
        }

        boolean isDue(Instant now) {
            return !now.isBefore(writtenAt.plus(EVERY)) || now.isBefore(writtenAt);
        }
    }

    CountedHookRefusals(Hooks hooks, LatchkeySettings settings, Clock clock) {
        this.hooks = hooks;
        this.settings = settings;
        this.clock = clock;
    }

    void count(SpaceId space, boolean signed) {
        Instant now = clock.instant();
        Optional<Tally> due = tally(space, signed, now);
        due.ifPresent(tally -> hooks.refused(space, tally.unsigned(), tally.wrong(), now));
    }

    /** Answers what is to be written now, which then is no longer waiting. */
    private Optional<Tally> tally(SpaceId space, boolean signed, Instant now) {
        while (true) {
            Tally before = tallies.computeIfAbsent(space, _ -> new Tally(0, 0, Instant.EPOCH));
            Tally counted = before.with(signed);
            boolean due = before.isDue(now);
            if (tallies.replace(space, before, due ? new Tally(0, 0, now) : counted)) {
                return Optional.of(counted).filter(_ -> due);
            }
        }
    }

    @Override
    public Optional<RefusedCalls> lately(SpaceId space) {
        boolean unsignedAreHints =
                settings.assumed(Assumption.NEXUDUS_UNSIGNED_HOOKS).equals("hint");
        return hooks.refused(space, clock.instant())
                .map(calls -> unsignedAreHints ? new RefusedCalls(0, calls.wrong(), calls.last()) : calls)
                .filter(calls -> calls.unsigned() + calls.wrong() > 0);
    }
}
