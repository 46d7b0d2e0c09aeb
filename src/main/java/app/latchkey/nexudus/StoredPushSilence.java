package app.latchkey.nexudus;

import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.space.Spaces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** By when the last push came in. */
@Component
class StoredPushSilence implements PushSilence {

    private final Scopes scopes;
    private final Spaces spaces;
    private final AcsRows addresses;
    private final Duration ordinary;
    private final Clock clock;

    /** @param ordinary how long nothing may come in on weekdays without anybody being told */
    StoredPushSilence(
            Scopes scopes,
            Spaces spaces,
            AcsRows addresses,
            @Value("${latchkey.nexudus.push-silence:24h}") Duration ordinary,
            Clock clock) {
        this.scopes = scopes;
        this.spaces = spaces;
        this.addresses = addresses;
        this.ordinary = ordinary;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> since(SpaceId space) {
        return scopes.inSpace(
                space,
                () -> addresses
                        .find(space)
                        .flatMap(AcsAddress::pushedAt)
                        .filter(last -> isLong(last, spaces.get(space).zone())));
    }

    private boolean isLong(Instant last, ZoneId zone) {
        return !clock.instant().isBefore(Weekdays.after(last, ordinary, zone));
    }
}
