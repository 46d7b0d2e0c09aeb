package app.latchkey.connection;

import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** The connections of the spaces to both partners. Every method opens the space's scope by itself. */
@Service
public class Connections {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private final Scopes scopes;
    private final ConnectionRows rows;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Connections(Scopes scopes, ConnectionRows rows, ApplicationEventPublisher events, Clock clock) {
        this.scopes = scopes;
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    /** The connection, also one that needs signing in again; empty when there never was one. */
    public Optional<Connection> of(SpaceId space, Partner partner) {
        return scopes.inSpace(space, () -> rows.find(space, partner));
    }

    public State state(SpaceId space, Partner partner) {
        return of(space, partner).map(Connection::state).orElse(State.ABSENT);
    }

    /** The chosen site or location. */
    public Optional<String> place(SpaceId space, Partner partner) {
        return of(space, partner).flatMap(Connection::place);
    }

    /** The id under which the partner knows this space's connection; made on first asking, and kept. */
    public String clientId(SpaceId space, Partner partner) {
        return scopes.inSpace(space, () -> rows.clientId(space, partner, clock.instant()));
    }

    /** Keeps fresh tokens: the connection is made, or alive again. */
    public void connected(SpaceId space, Partner partner, Tokens tokens, String account) {
        scopes.inSpace(space, () -> {
            Optional<Connection> before = of(space, partner);
            rows.connected(space, partner, tokens, account, clock.instant());
            before.filter(dead -> dead.state() == State.NEEDS_SIGN_IN)
                    .ifPresent(dead ->
                            events.publishEvent(new ConnectionRevived(space, partner, dead.since(), clock.instant())));
        });
    }

    /** The partner calls us of its own accord, and we never call it: connected without tokens. */
    public void callsUs(SpaceId space, Partner partner, String account) {
        scopes.inSpace(space, () -> {
            if (rows.find(space, partner).filter(Connection::isUsable).isEmpty()) {
                rows.callsUs(space, partner, account, clock.instant());
            }
        });
    }

    public void choose(SpaceId space, Partner partner, String place) {
        scopes.inSpace(space, () -> rows.choose(space, partner, place));
    }

    /** The partner no longer accepts our tokens. Says so once, however often it is found out. */
    public void needsSignIn(SpaceId space, Partner partner, String reason) {
        Instant now = clock.instant();
        scopes.inSpace(space, () -> {
            if (rows.died(space, partner, reason, now)) {
                LOG.warn("The connection of space {} to {} has ended: {}", space, partner, reason);
                events.publishEvent(new ConnectionDied(space, partner, reason, now));
            }
        });
    }

    /** The partner does not answer; the connection itself is still good. */
    public void silent(SpaceId space, Partner partner) {
        scopes.inSpace(space, () -> rows.heard(space, partner, false, clock.instant()));
    }

    /** The partner answers again. */
    public void heard(SpaceId space, Partner partner) {
        scopes.inSpace(space, () -> rows.heard(space, partner, true, clock.instant()));
    }

    /** Forgets the connection and destroys its tokens. */
    public void disconnect(SpaceId space, Partner partner) {
        scopes.inSpace(space, () -> rows.delete(space, partner));
    }

    Optional<StoredTokens> tokens(SpaceId space, Partner partner) {
        return scopes.inSpace(space, () -> rows.tokens(space, partner));
    }
}
