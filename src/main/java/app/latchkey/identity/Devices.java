package app.latchkey.identity;

import app.latchkey.shared.EmailAddress;
import app.latchkey.space.Scopes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Devices that stay signed in for 90 days. A device's token changes each time it is used; an old one that turns up again was copied, and
 * ends the device. For a minute the old one still counts, because two tabs may wake at once.
 */
@Service
public class Devices {

    static final Duration REMEMBERED = Duration.ofDays(90);
    static final Duration GRACE = Duration.ofSeconds(60);

    private final Scopes scopes;
    private final DeviceRows rows;
    private final Clock clock;

    Devices(Scopes scopes, DeviceRows rows, Clock clock) {
        this.scopes = scopes;
        this.rows = rows;
        this.clock = clock;
    }

    /** Whether a token was of a device. */
    sealed interface Recognition {}

    /** Whose device it is, and the token that replaces this one, if it does. */
    record Recognised(EmailAddress email, Optional<String> next) implements Recognition {}

    /** Never known, too old, or ended. */
    record Unknown() implements Recognition {}

    /** The devices of the one who asks, last used first. */
    public List<Device> of(SignedIn user) {
        return scopes.call(user.scope(), () -> rows.of(user.account(), clock.instant()));
    }

    /** Ends one of one's own devices. */
    public void revoke(SignedIn user, UUID device) {
        scopes.run(user.scope(), () -> rows.revoke(device, clock.instant()));
    }

    /** What the device keeps: its id and its first token. */
    String remember(SignedIn user, String label) {
        UUID device = UUID.randomUUID();
        String token = OneTimeToken.next();
        Instant now = clock.instant();
        scopes.inSystem(() -> {
            rows.add(device, user, label, OneTimeToken.digest(token), now, now.plus(REMEMBERED));
            return device;
        });
        return kept(device, token);
    }

    Recognition recognise(String kept) {
        return split(kept).map(given -> scopes.inSystem(() -> recognise(given))).orElseGet(Unknown::new);
    }

    /** The browser signs out; a token that is not the device's ends nothing. */
    void forget(String kept) {
        split(kept)
                .ifPresent(given -> scopes.inSystem(() -> {
                    rows.lock(given.device(), clock.instant())
                            .filter(row -> OneTimeToken.matches(given.token(), row.token()))
                            .ifPresent(row -> rows.revoke(given.device(), clock.instant()));
                    return given;
                }));
    }

    private Recognition recognise(Given given) {
        Instant now = clock.instant();
        return rows.lock(given.device(), now).map(row -> judge(given, row, now)).orElseGet(Unknown::new);
    }

    private Recognition judge(Given given, DeviceRows.Row row, Instant now) {
        if (OneTimeToken.matches(given.token(), row.token())) {
            String next = OneTimeToken.next();
            rows.rotate(given.device(), OneTimeToken.digest(next), row.token(), now, now.plus(REMEMBERED));
            return new Recognised(row.email(), Optional.of(kept(given.device(), next)));
        }
        boolean justReplaced = !now.isAfter(row.rotatedAt().plus(GRACE));
        if (justReplaced
                && row.previous()
                        .filter(old -> OneTimeToken.matches(given.token(), old))
                        .isPresent()) {
            return new Recognised(row.email(), Optional.empty());
        }
        rows.revoke(given.device(), now);
        return new Unknown();
    }

    private static String kept(UUID device, String token) {
        return device + "." + token;
    }

    private static Optional<Given> split(String kept) {
        int dot = kept.indexOf('.');
        try {
            return dot < 0
                    ? Optional.empty()
                    : Optional.of(new Given(UUID.fromString(kept.substring(0, dot)), kept.substring(dot + 1)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private record Given(UUID device, String token) {}
}
