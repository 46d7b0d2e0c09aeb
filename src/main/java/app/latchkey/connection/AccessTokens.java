package app.latchkey.connection;

import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Gives a live access token, refreshing it once for everybody: refresh tokens serve once, and two refreshes at the same time would lose the
 * connection. Threads of this node queue at a lock of the node; nodes queue at the row, which stays locked during the refresh call. That is
 * the one call to a partner that happens inside a transaction: the new tokens have to be stored before anybody uses them.
 */
@Service
public class AccessTokens {

    private record Key(SpaceId space, Partner partner) {}

    /** What came of looking at the locked row. */
    private sealed interface Outcome {
        record Live(Secret token) implements Outcome {}

        record Dead(PartnerFailure failure) implements Outcome {}
    }

    private final Scopes scopes;
    private final ConnectionRows rows;
    private final Connections connections;
    private final ObjectProvider<TokenRefresher> refreshers;
    private final Clock clock;
    private final Map<Key, Lock> locks = new ConcurrentHashMap<>();

    AccessTokens(
            Scopes scopes,
            ConnectionRows rows,
            Connections connections,
            ObjectProvider<TokenRefresher> refreshers,
            Clock clock) {
        this.scopes = scopes;
        this.rows = rows;
        this.connections = connections;
        this.refreshers = refreshers;
        this.clock = clock;
    }

    /**
     * A token that is good now; refreshed when three quarters of its life are over.
     *
     * @throws PartnerFailure NEEDS_SIGN_IN when there is no live connection
     */
    public Secret current(SpaceId space, Partner partner) {
        StoredTokens stored = connections.tokens(space, partner).orElseThrow(() -> absent(partner));
        return stored.isDueForRefresh(clock.instant())
                ? refreshed(space, partner, tokens -> tokens.isDueForRefresh(clock.instant()))
                : stored.access();
    }

    /** Another token than {@code rejected}, which the partner did not accept although it looked good. */
    public Secret insteadOf(SpaceId space, Partner partner, Secret rejected) {
        return refreshed(space, partner, tokens -> tokens.access().equals(rejected));
    }

    /** Keeps the connection of a space alive that asks for nothing else, such as a paused one. One without tokens needs nothing. */
    public void keepAlive(SpaceId space, Partner partner) {
        boolean usable =
                connections.of(space, partner).filter(Connection::isUsable).isPresent();
        if (usable && connections.tokens(space, partner).isPresent()) {
            current(space, partner);
        }
    }

    private Secret refreshed(SpaceId space, Partner partner, Predicate<StoredTokens> isNeeded) {
        Lock lock = locks.computeIfAbsent(new Key(space, partner), key -> new ReentrantLock());
        lock.lock();
        try {
            return switch (scopes.inSpace(space, () -> refreshLocked(space, partner, isNeeded))) {
                case Outcome.Live live -> live.token();
                case Outcome.Dead dead -> {
                    connections.needsSignIn(space, partner, dead.failure().words());
                    throw dead.failure();
                }
            };
        } finally {
            lock.unlock();
        }
    }

    /** Whoever waited for the row finds the tokens that the one before has stored, and needs no refresh any more. */
    private Outcome refreshLocked(SpaceId space, Partner partner, Predicate<StoredTokens> isNeeded) {
        StoredTokens stored = rows.lockedTokens(space, partner).orElseThrow(() -> absent(partner));
        if (!isNeeded.test(stored)) {
            return new Outcome.Live(stored.access());
        }
        Optional<Secret> refresh = stored.refresh();
        if (refresh.isEmpty()) {
            return new Outcome.Dead(absent(partner));
        }
        try {
            Tokens fresh = refresher(partner).refresh(space, stored.clientId(), refresh.get());
            rows.store(space, partner, fresh.orKeeping(refresh.get()), clock.instant());
            return new Outcome.Live(fresh.access());
        } catch (PartnerFailure failure) {
            return afterFailure(stored, failure);
        }
    }

    /** An early refresh that fails for a passing reason can wait: the old token is still good. */
    private Outcome afterFailure(StoredTokens stored, PartnerFailure failure) {
        if (failure.is(PartnerFailure.Category.NEEDS_SIGN_IN)) {
            return new Outcome.Dead(failure);
        }
        Instant now = clock.instant();
        if (stored.isDueForRefresh(now) && stored.isUsable(now) && failure.againHelps()) {
            return new Outcome.Live(stored.access());
        }
        throw failure;
    }

    private TokenRefresher refresher(Partner partner) {
        Map<Partner, TokenRefresher> known =
                refreshers.stream().collect(Collectors.toMap(TokenRefresher::partner, Function.identity()));
        return Optional.ofNullable(known.get(partner))
                .orElseThrow(() -> new IllegalStateException("Nobody refreshes tokens of " + partner));
    }

    private static PartnerFailure absent(Partner partner) {
        return PartnerFailure.needsSignIn(
                partner,
                "There is no live connection to " + partner.title() + ": somebody has to sign in there again.");
    }
}
