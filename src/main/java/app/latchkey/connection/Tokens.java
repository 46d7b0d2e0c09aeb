package app.latchkey.connection;

import app.latchkey.shared.Secret;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What a partner gave us to act for a space.
 *
 * @param lifetime of the access token, counted from when it was answered; a year at most, whatever the partner says
 * @param refresh absent when the partner gave none
 */
public record Tokens(Secret access, Duration lifetime, Optional<Secret> refresh) {

    private static final Duration LONGEST = Duration.ofDays(365);

    public Tokens {
        Objects.requireNonNull(access, "access");
        lifetime = lifetime.compareTo(LONGEST) > 0 ? LONGEST : lifetime;
        if (lifetime.isNegative() || lifetime.isZero()) {
            throw new IllegalArgumentException("A token lives for a while, not for " + lifetime);
        }
    }

    /** Keeps an earlier refresh token when the partner did not send a new one. */
    Tokens orKeeping(Secret earlier) {
        return refresh.isPresent() ? this : new Tokens(access, lifetime, Optional.of(earlier));
    }
}
