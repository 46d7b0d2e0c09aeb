package app.latchkey.connection;

import app.latchkey.shared.Secret;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
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
 * the one call to a partner that happens inside a transaction: the new tokens have to be stored before anybody uses them. Only so many of these
 * are made at once, so that a sign-in service that hangs leaves connections to the database to everybody else.
 */
@Service
public class AccessTokens {

    private record Key(SpaceId space, Partner partner) {}

    /** What came of looking at the locked row. */
    private sealed interface Outcome {
        record Live(Secret token) implements Outcome {}

        record Dead(PartnerFailure failure) implements Outcome {}
    }

    /** A token that came instead of one that was not accepted. */
    private record Renewed(Secret token, long nanos) {}

    private static final int REFRESHES_AT_ONCE = 4;
    private static final long BETWEEN_REFRESHES = Duration.ofMinutes(1).toNanos();
    /** After a refresh that failed for a passing reason, while the token is still good. */
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(1);

    private final Scopes scopes;
    private final ConnectionRows rows;
    private final Connections connections;
    private final ObjectProvider<TokenRefresher> refreshers;
    private final Clock clock;
    private final Map<Key, Lock> locks = new ConcurrentHashMap<>();
    private final Map<Key, Instant> failed = new ConcurrentHashMap<>();
    private final Map<Key, Renewed> renewed = new ConcurrentHashMap<>();
    private final Map<Partner, Semaphore> refreshing = Arrays.stream(Partner.values())
            .collect(Collectors.toMap(Function.identity(), _ -> new Semaphore(REFRESHES_AT_ONCE)));

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
        Instant now = clock.instant();
        if (!stored.isDueForRefresh(now)) {
            return stored.access();
        }
        boolean mayWait = stored.isUsable(now);
        return mayWait && failedLately(new Key(space, partner), now)
                ? stored.access()
                : refreshed(
                        space,
                        partner,
                        mayWait ? Optional.of(stored.access()) : Optional.empty(),
                        tokens -> tokens.isDueForRefresh(clock.instant()));
    }

    private boolean failedLately(Key key, Instant now) {
        Instant last = failed.get(key);
        return last != null && !now.isBefore(last) && now.isBefore(last.plus(AGAIN_AFTER));
    }

    /**
     * Another token than {@code rejected}, which the partner did not accept although it looked good. The same again where that one came
     * less than a minute ago in place of another and has not been accepted: then it is not the token that is wrong, and every refresh can lose
     * the connection.
     */
    public Secret insteadOf(SpaceId space, Partner partner, Secret rejected) {
        Key key = new Key(space, partner);
        if (isFresh(key, rejected)) {
            return rejected;
        }
        Secret other = refreshed(
                space, partner, Optional.empty(), tokens -> tokens.access().equals(rejected));
        renewed.put(key, new Renewed(other, System.nanoTime()));
        return other;
    }

    private boolean isFresh(Key key, Secret token) {
        Renewed last = renewed.get(key);
        return last != null && last.token().equals(token) && System.nanoTime() - last.nanos() < BETWEEN_REFRESHES;
    }

    /**
     * What the partner answers to whoever shows the space's token: with another one where it does not accept that, and once more where the
     * machine stood still meanwhile for longer than a token lives. Still 401 where the partner accepts none.
     *
     * @param asked the request with the token that it is given; what it answers with 401 it has not done
     */
    public PartnerAnswer answered(SpaceId space, Partner partner, Function<Secret, PartnerAnswer> asked) {
        Secret token = current(space, partner);
        PartnerAnswer answer = shown(space, partner, token, asked);
        if (answer.status() != 401) {
            return answer;
        }
        Secret other = insteadOf(space, partner, token);
        PartnerAnswer again = other.equals(token) ? answer : shown(space, partner, other, asked);
        if (again.status() != 401) {
            return again;
        }
        Secret now = current(space, partner);
        return now.equals(other) ? again : shown(space, partner, now, asked);
    }

    /** Where only a token that ended is answered with 401, one that was accepted may end at any time. */
    private PartnerAnswer shown(SpaceId space, Partner partner, Secret token, Function<Secret, PartnerAnswer> asked) {
        PartnerAnswer answer = asked.apply(token);
        if (answer.status() != 401 && !partner.mayRefuseRightsAsTokens()) {
            renewed.remove(new Key(space, partner));
        }
        return answer;
    }

    /** Keeps the connection of a space alive that asks for nothing else, such as a paused one. One without tokens needs nothing. */
    public void keepAlive(SpaceId space, Partner partner) {
        boolean usable =
                connections.of(space, partner).filter(Connection::isUsable).isPresent();
        if (usable && connections.tokens(space, partner).isPresent()) {
            current(space, partner);
        }
    }

    private Secret refreshed(
            SpaceId space, Partner partner, Optional<Secret> meanwhile, Predicate<StoredTokens> isNeeded) {
        return PartnerWait.during(() -> {
            Lock lock = locks.computeIfAbsent(new Key(space, partner), key -> new ReentrantLock());
            lock.lock();
            try {
                return inItsPlace(space, partner, meanwhile, isNeeded);
            } finally {
                lock.unlock();
            }
        });
    }

    /** @param meanwhile what is good enough where so many are refreshed at the moment that this one would have to wait */
    private Secret inItsPlace(
            SpaceId space, Partner partner, Optional<Secret> meanwhile, Predicate<StoredTokens> isNeeded) {
        Semaphore places = Objects.requireNonNull(refreshing.get(partner), "every partner has places");
        if (!places.tryAcquire()) {
            if (meanwhile.isPresent()) {
                return meanwhile.get();
            }
            places.acquireUninterruptibly();
        }
        try {
            return refreshedNow(space, partner, isNeeded);
        } finally {
            places.release();
        }
    }

    private Secret refreshedNow(SpaceId space, Partner partner, Predicate<StoredTokens> isNeeded) {
        return switch (scopes.inSpace(space, () -> refreshLocked(space, partner, isNeeded))) {
            case Outcome.Live live -> live.token();
            case Outcome.Dead dead -> throw dead.failure();
        };
    }

    /** Whoever waited for the row finds the tokens that the one before has stored, and needs no refresh any more. */
    private Outcome refreshLocked(SpaceId space, Partner partner, Predicate<StoredTokens> isNeeded) {
        StoredTokens stored = rows.lockedTokens(space, partner).orElseThrow(() -> absent(partner));
        if (!isNeeded.test(stored)) {
            return new Outcome.Live(stored.access());
        }
        Optional<Secret> refresh = stored.refresh();
        if (refresh.isEmpty()) {
            return dead(space, partner, absent(partner));
        }
        // A token lives from before we have it: the machine may stand still between its answer and its row.
        Instant asked = clock.instant();
        try {
            Tokens fresh = refresher(partner).refresh(space, stored.clientId(), refresh.get());
            rows.store(space, partner, fresh.orKeeping(refresh.get()), asked);
            failed.remove(new Key(space, partner));
            return new Outcome.Live(fresh.access());
        } catch (PartnerFailure failure) {
            failed.put(new Key(space, partner), clock.instant());
            return failure.is(PartnerFailure.Category.NEEDS_SIGN_IN)
                    ? dead(space, partner, failure)
                    : afterFailure(stored, failure);
        }
    }

    /** Noted while the row is still locked: whoever signs in again at this moment must not lose what he was given. */
    private Outcome dead(SpaceId space, Partner partner, PartnerFailure failure) {
        connections.needsSignIn(space, partner, failure.words());
        return new Outcome.Dead(failure);
    }

    /** An early refresh that fails for a passing reason can wait: the old token is still good. */
    private Outcome afterFailure(StoredTokens stored, PartnerFailure failure) {
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
