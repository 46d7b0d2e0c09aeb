package app.latchkey.connection;

import app.latchkey.shared.Secret;
import java.time.Instant;
import java.util.Optional;

/** Tokens as they lie in the database, opened. */
record StoredTokens(
        State state, String clientId, Secret access, Instant until, Instant refreshAfter, Optional<Secret> refresh) {

    boolean isUsable(Instant now) {
        return now.isBefore(until);
    }

    boolean isDueForRefresh(Instant now) {
        return !now.isBefore(refreshAfter);
    }
}
